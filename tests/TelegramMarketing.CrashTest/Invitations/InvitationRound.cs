using TelegramMarketing.CrashTest.Time;
using TelegramMarketing.Testing;

namespace TelegramMarketing.CrashTest.Invitations;

/// <summary>One campaign from its beginning until a process has come to its end, with a store, a channel and customers of its own.</summary>
internal sealed class InvitationRound(CrashOptions options, TelegramSide side, FastTime time, Random random, InvitationTally tally) : IDisposable
{
    /// <summary>So many are killed in one campaign at most: few enough that there is something left to send.</summary>
    private const int MostKills = 6;

    private static readonly Moment[] _moments =
        [Moment.Start, Moment.Scheduling, Moment.Scheduling, Moment.Received, Moment.Received, Moment.Accepted, Moment.Accepted, Moment.Answered, Moment.Answered, Moment.AnyTime];

    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(3);
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("telegrammarketing-campaign-");
    private readonly Running?[] _running = new Running?[options.Processes];

    public async Task RunAsync()
    {
        var number = ++tally.Campaigns;
        var channel = side.AddChannel($"campaign_{number}", EvidenceSource.Page);
        var people = Enumerable.Range(0, InvitationTest.Customers).Select(_ => side.Telegram.AddPerson("Customer")).ToList();
        people.ForEach(person => person.Start(side.Bot));
        await using var store = await RoundStore.CreateAsync(options.Store, _directory);
        var orders = OrdersFor(store, channel, people);
        for (var left = Math.Min(MostKills, options.Kills - tally.Kills); left > 0 && await KillOneAsync(orders); left--)
        {
            // The next one begins again.
        }

        await EndAsync(orders);
        await using var teller = new Running(orders with { OnlyReports = true });
        await EndOfAsync(teller);
        new InvitationJudge(tally, complaint => Console.WriteLine($"campaign {number}: {complaint}")).Judge(people, teller.Report);
    }

    public void Dispose()
    {
        foreach (var running in _running)
        {
            running?.Child.Dispose();
        }

        _directory.Delete(recursive: true);
    }

    private InvitationOrders OrdersFor(RoundStore store, TelegramChannel channel, List<TelegramPerson> people) => new()
    {
        Server = side.Addresses[0],
        Token = side.Bot.Token,
        Store = options.Store,
        Connection = store.ChildrensConnection,
        Channel = $"@{channel.Username}",
        Customers = [.. people.Select(person => person.Id)],
        OnlyReports = false,
        Logs = options.Log is not null,
        Time = time.Description,
    };

    /// <summary>Lets children run until it is time to kill one.</summary>
    /// <returns>Whether one was killed: not if they have come to their end.</returns>
    private async Task<bool> KillOneAsync(InvitationOrders orders)
    {
        Populate(orders);
        var victim = random.Next(_running.Length);
        var end = Task.WhenAll(_running.Select(running => running!.End));
        var watch = new KillWatch(Plan());
        side.Networks[victim].Watcher = watch.Note;
        var moment = await watch.WaitAsync(end);
        side.Networks[victim].Watcher = null;
        if (moment is not { } at || _running[victim]!.Report.Completion.IsCompleted || !await _running[victim]!.Child.KillAsync())
        {
            return false;
        }

        tally.Killed(at);
        Remove(victim);
        return true;
    }

    private KillPlan Plan()
    {
        var moment = _moments[random.Next(_moments.Length)];
        var delay = TimeSpan.FromMilliseconds(moment switch
        {
            Moment.Start => random.NextDouble() * 1_200,
            Moment.AnyTime => random.NextDouble() * 600,

            // The first questions are asked before the first customers are recorded.
            Moment.Scheduling => random.NextDouble() * 150,
            _ => random.Next(2) * random.NextDouble() * 8,
        });
        return moment switch
        {
            Moment.Start => new(moment, 0, delay),
            Moment.Scheduling => new(Moment.Looked, random.Next(1, 3), delay),
            Moment.AnyTime => new(moment, 1, delay),
            _ => new(moment, random.Next(1, InvitationTest.Customers / 4), delay),
        };
    }

    /// <summary>All that are left, and one at least, come to their end.</summary>
    private async Task EndAsync(InvitationOrders orders)
    {
        if (Array.TrueForAll(_running, running => running is null))
        {
            Populate(orders);
        }

        for (var index = 0; index < _running.Length; index++)
        {
            if (_running[index] is { } running)
            {
                await EndOfAsync(running);
                await running.Child.KillAsync();
                Remove(index);
            }
        }
    }

    private static async Task EndOfAsync(Running running)
    {
        if (await Task.WhenAny(running.End, Task.Delay(_longest, TimeProvider.System)) != running.End || !running.Report.Completion.IsCompleted)
        {
            throw new InvalidOperationException($"A child did not come to its end:\n{string.Join('\n', running.Child.Complaints)}");
        }
    }

    private void Populate(InvitationOrders orders)
    {
        for (var index = 0; index < _running.Length; index++)
        {
            _running[index] ??= new Running(orders with { Server = side.Addresses[index] });
        }
    }

    private void Remove(int index)
    {
        if (options.Log is { } log)
        {
            File.AppendAllLines(log, _running[index]!.Child.Complaints);
        }

        _running[index]!.Child.Dispose();
        _running[index] = null;
    }

    /// <summary>A child, and what it says.</summary>
    private sealed class Running : IAsyncDisposable
    {
        public Running(InvitationOrders orders)
        {
            Child = ChildProcess.Start(Report.Note, InvitationShop.Role);
            Child.Tell(orders);
            End = Task.WhenAny(Report.Completion, Child.Ended);
        }

        public ChildProcess Child { get; }

        public LedgerReport Report { get; } = new();

        /// <summary>It has come to its end, or is no more.</summary>
        public Task End { get; }

        public async ValueTask DisposeAsync()
        {
            await Child.KillAsync();
            Child.Dispose();
        }
    }
}
