using Microsoft.Extensions.DependencyInjection;
using TelegramMarketing.CrashTest.Child;
using TelegramMarketing.CrashTest.Posts;
using TelegramMarketing.CrashTest.Time;
using TelegramMarketing.Testing;

namespace TelegramMarketing.CrashTest;

/// <summary>One campaign from its first scheduling until nothing is left to be sent, with a store and channels of its own. Its processes are killed again and again.</summary>
internal sealed class Round(CrashOptions options, int number, TelegramSide side, FastTime time, Random random, Tally tally) : IDisposable
{
    private const int Channels = 4;

    /// <summary>A host may well schedule at every start, and its keys see to it that this changes nothing; but it takes time in which nothing is sent.</summary>
    private const double SchedulesAgain = 0.25;

    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _settling = TimeSpan.FromSeconds(3);

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("telegrammarketing-crash-");
    private readonly List<TelegramChannel> _channels = [];
    private Ledger _ledger = new(0);
    private readonly ChildProcess?[] _children = new ChildProcess?[options.Processes];
    private KillWatch? _watch;
    private long _changed = TimeProvider.System.GetTimestamp();

    /// <summary>Runs it.</summary>
    /// <returns>What is not as promised, and every publication that is in doubt.</returns>
    public async Task<IReadOnlyList<string>> RunAsync()
    {
        var campaign = new Campaign(number, _directory.FullName);
        campaign.WriteFiles(options.Posts);
        _ledger = new Ledger(options.Posts + campaign.CountEnds(options.Posts));
        for (var channel = 0; channel < Channels; channel++)
        {
            _channels.Add(side.AddChannel($"crash_{number}_{channel}", options.Evidence));
        }

        var record = new ChannelRecord(_channels);
        side.Networks.ForEach(network => network.Arrived = record.Note);
        await using var disk = options.Trouble == Trouble.Full ? await SmallDisk.MountAsync(_directory) : null;
        await using var store = await RoundStore.CreateAsync(options.Store, _directory, disk);
        var orders = OrdersFor(store);
        await using var troublemaker = new Troublemaker(options, store, disk, random.Next());
        var resting = RestAsync(orders);
        while (!resting.IsCompleted)
        {
            Populate(orders, store);
            await KillOneAsync(resting);
        }

        for (var index = 0; index < _children.Length; index++)
        {
            // The round may end when one was just killed, and the next not yet started.
            if (_children[index] is { } child)
            {
                await child.KillAsync();
                Remove(index, $"round {number} ends: {_ledger}");
            }
        }

        return new Verdict(campaign, options.Posts, _ledger.Scheduled, tally).Judge(await resting, record.Posts);
    }

    public void Dispose()
    {
        foreach (var child in _children)
        {
            child?.Dispose();
        }

        _directory.Delete(recursive: true);
    }

    private Orders OrdersFor(RoundStore store) => new()
    {
        Server = side.Addresses[0],
        Token = side.Bot.Token,
        Store = options.Store,
        Connection = store.Connection,
        Channels = [.. _channels.Select(channel => channel.Username is { } name ? $"@{name}" : $"{channel.Id}")],
        ReviewChat = options.Evidence == EvidenceSource.Review ? side.AddChannel($"Review {number}", EvidenceSource.None).Id : null,
        Round = number,
        Posts = options.Posts,
        Files = _directory.FullName,
        DueFrom = time.GetUtcNow().AddMinutes(5),
        Schedules = true,
        Logs = options.Log is not null,
        Time = time.Description,
    };

    /// <summary>Starts the children that are not there.</summary>
    private void Populate(Orders orders, RoundStore store)
    {
        for (var index = 0; index < _children.Length; index++)
        {
            if (_children[index] is null)
            {
                var child = ChildProcess.Start(Hear);
                child.Tell(orders with { Server = side.Addresses[index], Connection = store.ChildrensConnection, Schedules = !_ledger.IsScheduled || random.NextDouble() < SchedulesAgain });
                _children[index] = child;
            }
        }
    }

    private void Hear(string line)
    {
        _ledger.Note(line);
        if (line.StartsWith("scheduled", StringComparison.Ordinal))
        {
            _watch?.Note(Moment.Scheduling);
        }
    }

    /// <summary>Kills a child at some moment; waits for the end of the round when enough were killed.</summary>
    private async Task KillOneAsync(Task resting)
    {
        var index = random.Next(_children.Length);
        var child = _children[index]!;
        if (tally.Kills >= options.Kills)
        {
            await Task.WhenAny([resting, .. _children.Select(other => other!.Ended)]);
            ThrowIfEnded();
            return;
        }

        var watch = _watch = new KillWatch(KillPlan.Next(random, _ledger.IsScheduled, options.Posts));
        var network = side.Networks[index];
        network.Watcher = watch.Note;
        try
        {
            if (await watch.WaitAsync(resting) is { } moment)
            {
                ThrowIfEnded();
                if (await child.KillAsync())
                {
                    tally.Killed(moment);
                }

                Remove(index, $"{tally.Kills}: {moment} {_ledger}");
            }
        }
        finally
        {
            network.Watcher = null;
        }
    }

    private void Remove(int index, string reason)
    {
        if (options.Log is { } log)
        {
            File.AppendAllLines(log, [.. _children[index]!.Complaints, reason]);
        }

        _children[index]!.Dispose();
        _children[index] = null;
        _changed = TimeProvider.System.GetTimestamp();
    }

    /// <summary>Completes when nothing is left to be sent or to be found out.</summary>
    /// <returns>The ledger, as the store has it.</returns>
    private async Task<List<Publication>> RestAsync(Orders orders)
    {
        var (said, wrote, pause) = ("", TimeProvider.System.GetTimestamp(), _pause);
        while (true)
        {
            await Task.Delay(_look, TimeProvider.System);
            if (_ledger.ToString() is var now && now != said)
            {
                (said, _changed, pause) = (now, TimeProvider.System.GetTimestamp(), _pause);
            }

            var unchanged = TimeProvider.System.GetElapsedTime(_changed);
            if (unchanged > _longest + options.LongestTrouble && tally.Kills >= options.Kills)
            {
                return await ReadLedgerAsync(orders);
            }

            if (_ledger.IsSent && TimeProvider.System.GetElapsedTime(wrote) > pause)
            {
                // Somebody goes on writing, as people do; less and less, so that a child which lives for a second can still read all of it.
                _channels.ForEach(channel => channel.AddPost("Buona giornata a tutti!"));
                (wrote, pause) = (TimeProvider.System.GetTimestamp(), 2 * pause);
            }

            // A child knows of its outcomes a moment before the store does.
            if (_ledger.IsSent && (_ledger.Unknown == 0 || (options.Evidence == EvidenceSource.None && unchanged > _settling))
                && await ReadLedgerAsync(orders) is var ledger && !LedgerStates.Count(ledger).Keys.Any(state => state is PublicationState.Scheduled or PublicationState.Sending))
            {
                return ledger;
            }
        }
    }

    private void ThrowIfEnded()
    {
        if (Array.Find(_children, child => child is { Ended.IsCompleted: true }) is { } ended)
        {
            throw new InvalidOperationException($"A child ended by itself:\n{string.Join('\n', ended.Complaints)}");
        }
    }

    private async Task<List<Publication>> ReadLedgerAsync(Orders orders)
    {
        using var host = BotHost.Build(orders, time);
        return await host.Services.GetRequiredService<IPublicationLedger>().ListAsync().ToListAsync();
    }
}
