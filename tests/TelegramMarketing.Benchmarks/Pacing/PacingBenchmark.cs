using Telegram.Bot;
using Telegram.Bot.Exceptions;
using TelegramMarketing.Benchmarks.Server;
using TelegramMarketing.BotApi;
using TelegramMarketing.Delivery;

namespace TelegramMarketing.Benchmarks.Pacing;

/// <summary>
/// How near the library comes to the permitted rate, and how often it is refused, against a server that limits strictly. Measured at
/// the server, from the first to the last message that it accepted. All runs go on at the same time, each with a bot of its own.
/// </summary>
internal static class PacingBenchmark
{
    private const double PermittedRate = 30;

    public static async Task<int> RunAsync(bool quick)
    {
        using var server = await ServerProcess.StartAsync();
        var people = quick ? 600 : 3_000;
        List<Task<IReadOnlyList<Figure>>> runs =
        [
            BroadcastAsync(server, "Library, constant latency", ServerRules.Constant, people, Bound.Least(0.97), mostRefused: 2),
            BroadcastAsync(server, "Library, 0-30 ms of jitter", ServerRules.Jittery, people, Bound.Least(0.95), mostRefused: null),
            BroadcastAsync(server, "Library, locked out by a refusal", ServerRules.LockingOut, 600, Bound.Least(0.95), mostRefused: 2),
        ];
        if (!quick)
        {
            runs.Add(ChannelAsync(server));
            runs.Add(PeerAsync(server, callers: 16, people));
            runs.Add(PeerAsync(server, callers: 64, people));
        }

        Console.WriteLine($"Pacing: {runs.Count} runs at the same time, {people} people each, {Environment.ProcessorCount} processors.");
        var figures = await Task.WhenAll(runs);
        return Figure.Report([.. figures.SelectMany(list => list)]);
    }

    private static async Task<IReadOnlyList<Figure>> BroadcastAsync(ServerProcess server, string name, ServerRules rules, int people, Bound rate, int? mostRefused)
    {
        var token = await server.AddBotAsync(rules);
        await using var bot = new LibraryBot(server.Address, token);
        var message = new PlannedMessage { Text = PostText.Html($"Dear customer, <b>our channel</b> has news for you.") };
        var sends = Enumerable.Range(1, people).Select(person => bot.Sender.SendAsync(ChatTarget.ForPerson(person), message, SendPriority.Bulk, null, CancellationToken.None)).ToList();
        var answers = await Task.WhenAll(sends);
        return Describe(name, await server.GetCountsAsync(token), people, answers.Count(answer => !answer.Succeeded), rate, mostRefused is { } most ? Bound.Most(most) : Bound.None, Bound.Most(0));
    }

    private static async Task<IReadOnlyList<Figure>> ChannelAsync(ServerProcess server)
    {
        const string Name = "Library, 60 posts to one channel";
        var token = await server.AddBotAsync(ServerRules.Constant);
        await using var bot = new LibraryBot(server.Address, token);
        var posts = Enumerable.Range(1, 60).Select(number => bot.Publisher.PublishAsync(ChannelAddress.Parse("@brand"), new Post { Text = PostText.Html($"News number <b>{number}</b>") })).ToList();
        var publications = await Task.WhenAll(posts);
        var inOrder = publications.Select(publication => publication.Messages[0].MessageId).SequenceEqual(Enumerable.Range(1, 60));
        var counts = await server.GetCountsAsync(token);
        return
        [
            new(Name, "seconds, first to last", counts.SecondsFromFirstToLast, Bound.Most(142), "0.0"),
            new(Name, "429s", counts.Refused, Bound.Most(0), "0"),
            new(Name, "lost, doubled or out of order", Math.Abs(60 - counts.Accepted) + (inOrder ? 0 : 1), Bound.Most(0), "0"),
        ];
    }

    private static async Task<IReadOnlyList<Figure>> PeerAsync(ServerProcess server, int callers, int people)
    {
        var token = await server.AddBotAsync(ServerRules.Constant);
        using var bot = new PeerBot(server.Address, token);
        var next = 0;
        var lost = 0;
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref next) is var person && person <= people)
            {
                try
                {
                    await bot.Client.SendMessage(person, "Dear customer, <b>our channel</b> has news for you.", Telegram.Bot.Types.Enums.ParseMode.Html);
                }
                catch (RequestException)
                {
                    Interlocked.Increment(ref lost);
                }
            }
        })));
        return Describe($"Telegram.Bot, {callers} callers", await server.GetCountsAsync(token), people, lost, Bound.None, Bound.None, Bound.None);
    }

    private static IReadOnlyList<Figure> Describe(string name, ServerCounts counts, int people, int failed, Bound rate, Bound refused, Bound lost) =>
    [
        new(name, "of the permitted rate", (counts.Accepted - 1) / counts.SecondsFromFirstToLast / PermittedRate, rate),
        new(name, "429s", counts.Refused, refused, "0"),
        new(name, "lost or doubled", Math.Max(failed, Math.Abs(people - counts.Accepted)), lost, "0"),
    ];
}
