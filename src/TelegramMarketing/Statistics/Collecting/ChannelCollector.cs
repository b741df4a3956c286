using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using TelegramMarketing.Hosting;
using TelegramMarketing.Storage;
using TelegramMarketing.Time;

namespace TelegramMarketing.Statistics.Collecting;

/// <summary>Collects the figures of one channel: waits until a reading is due, and goes on after whatever happens.</summary>
internal sealed class ChannelCollector(
    BotContext context, ChannelAddress channel, CollectedChannels channels, IStatisticsStore store, PostKinds kinds, IEnumerable<IViewSource> sources, Func<bool> mayCollect, ILogger logger)
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestSleep = TimeSpan.FromDays(1);

    private readonly string _key = CollectedChannels.KeyOf(channel);
    private readonly CollectionSources _sources = new(sources, channel);
    private readonly ConcurrentQueue<IReadOnlyList<CollectedPost>> _published = new();
    private readonly SourceBackoff _lookBackoff = new(context.Chance);
    private readonly SourceBackoff _readBackoff = new(context.Chance);
    private readonly GapWatch _gaps = new();
    private readonly Lock _lock = new();
    private Gate<bool>? _sleep;
    private (ReadingSchedule Schedule, PostKeeper Keeper, ChannelReader Reader)? _state;

    private DateTimeOffset Now => context.Clock.UtcNow;

    /// <summary>The library has published posts here.</summary>
    public void Note(IReadOnlyList<CollectedPost> published)
    {
        _published.Enqueue(published);
        lock (_lock)
        {
            _sleep?.TryComplete(true);
        }
    }

    /// <summary>Collects until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        using var activity = context.Clock.Begin();
        await Task.Yield();
        System.Diagnostics.Activity.Current = null; // of whoever happened to start it
        try
        {
            while (!stop.IsCancellationRequested)
            {
                await SleepAsync(await TryStepAsync(stop).ConfigureAwait(false), stop).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The host stops. What is due is found in the store by the next start.
        }
    }

    private async Task<TimeSpan> TryStepAsync(CancellationToken stop)
    {
        try
        {
            return await StepAsync(stop).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // A fault that nobody foresaw, or a store that is gone, must not end the collecting: it is told, and tried again.
        catch (Exception exception) when (exception is not OperationCanceledException || !stop.IsCancellationRequested)
#pragma warning restore CA1031
        {
            // What the store has stands, and is read anew.
            _state = null;
            var delay = _readBackoff.Fail(Now, null);
            CollectorLog.CollectingFailed(logger, exception, channel, delay);
            return delay;
        }
    }

    /// <summary>Does what is due.</summary>
    /// <returns>How long nothing is.</returns>
    private async Task<TimeSpan> StepAsync(CancellationToken stop)
    {
        if (!mayCollect())
        {
            _state = null;
            return Idle;
        }

        var (schedule, keeper, reader) = _state ??= await LoadAsync(stop).ConfigureAwait(false);
        while (_published.TryDequeue(out var published))
        {
            await keeper.KeepPublishedAsync(published, Now, stop).ConfigureAwait(false);
        }

        await CloseMissedAsync(schedule, stop).ConfigureAwait(false);
        if (reader.LookAt <= Now && _lookBackoff.NotBefore <= Now)
        {
            await TryAsync(_lookBackoff, reader.LookAsync, stop).ConfigureAwait(false);
        }

        while (_readBackoff.NotBefore <= Now && schedule.First() is { } due && due.At <= Now)
        {
            await TryAsync(_readBackoff, token => reader.ReadDueAsync(due.Post, token), stop).ConfigureAwait(false);
        }

        if (reader.SampleAt <= Now && _lookBackoff.NotBefore <= Now)
        {
            await TryAsync(_lookBackoff, reader.SampleAsync, stop).ConfigureAwait(false);
        }

        return Pause(schedule, reader);
    }

    private TimeSpan Pause(ReadingSchedule schedule, ChannelReader reader)
    {
        var next = Now + LongestSleep;
        foreach (var at in (DateTimeOffset?[])[reader.LookAt, reader.SampleAt])
        {
            next = at is { } known ? Earlier(next, Later(known, _lookBackoff.NotBefore)) : next;
        }

        if (schedule.First() is { } due)
        {
            next = Earlier(next, Later(due.At, _readBackoff.NotBefore));
        }

        _gaps.Expect(next);
        return next - Now;
    }

    private async Task<(ReadingSchedule Schedule, PostKeeper Keeper, ChannelReader Reader)> LoadAsync(CancellationToken stop)
    {
        var schedule = new ReadingSchedule(StatisticsAges.Of(context.Options.Statistics), context.Options.Statistics.Tolerance);
        var known = await store.FindChannelAsync(_key, stop).ConfigureAwait(false);
        _gaps.Expect(known?.LookedAt ?? Now);
        await foreach (var (post, views) in store.ReadViewsAsync(_key, Now - schedule.Horizon, DateTimeOffset.MaxValue, stop).ConfigureAwait(false))
        {
            // What ended before the latest look was told as missing then.
            schedule.Add(post, views.Select(view => view.ObservedAt), Later(post.SeenAt, known?.LookedAt ?? DateTimeOffset.MinValue));
        }

        CollectorLog.Collecting(logger, channel, schedule.Posts.Count);
        var keeper = new PostKeeper(channel, channels, store, kinds, schedule);
        return (schedule, keeper, new ChannelReader(context, channel, _sources, store, schedule, keeper, isCovered: known?.CoveredFrom is not null));
    }

    private async Task CloseMissedAsync(ReadingSchedule schedule, CancellationToken stop)
    {
        var isNew = schedule.TakeMissed(Now);
        if (_gaps.Missed(Now, isNew) is { } gap)
        {
            await store.SaveAsync(_key, new() { Gaps = [gap] }, stop).ConfigureAwait(false);
            if (isNew)
            {
                CollectorLog.GapFound(logger, channel, gap.From, gap.To, gap.Reason);
            }
        }
    }

    private async Task TryAsync(SourceBackoff backoff, Func<CancellationToken, Task> work, CancellationToken stop)
    {
        try
        {
            await work(stop).ConfigureAwait(false);
            backoff.Succeed();
            _gaps.Succeed();
        }
        catch (TelegramMarketingException exception) when (exception.Error != TelegramMarketingError.StorageUnavailable)
        {
            _gaps.Fail(Now, exception.Error);
            CollectorLog.ReadFailed(logger, channel, exception.Error, exception.Message, backoff.Fail(Now, exception.RetryAfter));
        }
    }

    private async Task SleepAsync(TimeSpan pause, CancellationToken stop)
    {
        var gate = new Gate<bool>(context.Clock);
        lock (_lock)
        {
            if (!_published.IsEmpty && _state is not null)
            {
                return;
            }

            _sleep = gate;
        }

        using var timer = context.Clock.Time.CreateTimer(
            static state => ((Gate<bool>)state!).TryComplete(false), gate, pause > TimeSpan.Zero ? pause : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        try
        {
            await gate.WaitAsync(stop).ConfigureAwait(false);
        }
        finally
        {
            lock (_lock)
            {
                _sleep = null;
            }
        }
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
