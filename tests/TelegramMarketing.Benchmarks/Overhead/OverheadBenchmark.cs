using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using TelegramMarketing.Benchmarks.Server;

namespace TelegramMarketing.Benchmarks.Overhead;

/// <summary>
/// What <c>PublishAsync</c> costs beside the same <c>SendMessage</c> on Telegram.Bot: the same server, which limits nothing and runs in a process
/// of its own, in batches that take turns. The figures are medians of the ratios of neighbouring batches.
/// </summary>
internal static class OverheadBenchmark
{
    private const string Text = "Our <b>autumn collection</b> is here: come and see it, or have a look at the new catalogue.";

    public static async Task<int> RunAsync(bool quick)
    {
        using var server = await ServerProcess.StartAsync();
        await using var library = new LibraryBot(server.Address, await server.AddBotAsync(ServerRules.Unlimited), options =>
        {
            options.Pace.MessagesPerSecond = 0;
            options.Pace.MessagesPerSecondPerChat = 0;
            options.Pace.MessagesPerMinutePerChannel = 0;
        });
        using var peer = new PeerBot(server.Address, await server.AddBotAsync(ServerRules.Unlimited));

        var figures = new List<Figure>();
        foreach (var callers in (int[])[1, 16])
        {
            figures.AddRange(await CompareAsync(library, peer, callers, calls: quick ? 1_600 : 4_800, rounds: quick ? 7 : 15));
        }

        return Figure.Report(figures);
    }

    private static async Task<IReadOnlyList<Figure>> CompareAsync(LibraryBot library, PeerBot peer, int callers, int calls, int rounds)
    {
        var ours = new List<Costs>();
        var theirs = new List<Costs>();
        for (var round = -6; round < rounds; round++)
        {
            // Which one goes first alternates, and the first rounds only warm up: both are measured as compiled for good.
            var oursFirst = round % 2 == 0;
            var first = await RunAsync(oursFirst);
            var second = await RunAsync(!oursFirst);
            if (round >= 0)
            {
                ours.Add(oursFirst ? first : second);
                theirs.Add(oursFirst ? second : first);
            }
        }

        var name = callers == 1 ? "one caller" : $"{callers} callers";
        return
        [
            new(name, "throughput, of Telegram.Bot's", Median(ours, theirs, (our, their) => their.Microseconds / our.Microseconds), Bound.Least(0.95)),
            new(name, "CPU, of Telegram.Bot's", Median(ours, theirs, (our, their) => our.CpuMicroseconds / their.CpuMicroseconds), Bound.Most(1.2)),
            new(name, "allocations, of Telegram.Bot's", Median(ours, theirs, (our, their) => our.Bytes / their.Bytes), Bound.Most(1.3)),
            new(name, "bytes a call", Median(ours, theirs, (our, _) => our.Bytes), Bound.None, "0"),
            new(name, "bytes a call, Telegram.Bot", Median(ours, theirs, (_, their) => their.Bytes), Bound.None, "0"),
            new(name, "microseconds a call", Median(ours, theirs, (our, _) => our.Microseconds), Bound.None, "0.0"),
            new(name, "microseconds a call, Telegram.Bot", Median(ours, theirs, (_, their) => their.Microseconds), Bound.None, "0.0"),
        ];

        Task<Costs> RunAsync(bool isOurs) => Costs.OfAsync(calls, () => Task.WhenAll(Enumerable.Range(0, callers).Select(caller => isOurs
            ? PublishAsync(library.Publisher, ChannelAddress.Parse($"@channel{caller}"), calls / callers)
            : SendAsync(peer.Client, $"@channel{caller}", calls / callers))));
    }

    private static async Task PublishAsync(IChannelPublisher publisher, ChannelAddress channel, int calls)
    {
        for (var i = 0; i < calls; i++)
        {
            await publisher.PublishAsync(channel, new Post { Text = PostText.TrustedHtml(Text) });
        }
    }

    private static async Task SendAsync(TelegramBotClient client, string channel, int calls)
    {
        for (var i = 0; i < calls; i++)
        {
            await client.SendMessage(new ChatId(channel), Text, ParseMode.Html);
        }
    }

    private static double Median(List<Costs> ours, List<Costs> theirs, Func<Costs, Costs, double> figure)
    {
        var figures = ours.Zip(theirs, figure).Order().ToList();
        return figures[figures.Count / 2];
    }
}
