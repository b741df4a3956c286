using Microsoft.Extensions.Logging;
using TelegramMarketing.BotApi;
using TelegramMarketing.Diagnostics;
using TelegramMarketing.Hosting;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Delivery;

/// <summary>Looks for what is due and has it delivered, without a caller who waits for it. In memory it wakes for the next one; in a durable store, which others write too, it looks each second.</summary>
internal sealed class DueWatch(BotContext context, BotSender sender, PublicationSender publications, EndingSender endings, IBotStorage storage, SenderRole role) : IDisposable
{
    private const int Page = 100;
    private const int MostUnderWay = 1000;
    private static readonly TimeSpan _look = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _longestSleep = TimeSpan.FromDays(20);

    private readonly ILogger _logger = context.Loggers.CreateLogger("TelegramMarketing.Publishing");
    private readonly Lock _lock = new();
    private readonly Retention _retention = new(context, storage);
    private readonly WakefulSleep _sleep = new(context.Clock);
    private DueRun? _run;
    private bool _wasStopped;
    private bool _isDisposed;
    private int _underWay;
    private volatile bool _isFull;
    private volatile bool _isSender;
    private long _runningSince;
    private long _lookedAt;

    /// <summary>Since when it looks; <see langword="null"/> before it was started and after it was stopped.</summary>
    public DateTimeOffset? RunningSince => TimeOf(ref _runningSince);

    /// <summary>When it has looked last, or seen that another process does; <see langword="null"/> when it has not yet.</summary>
    public DateTimeOffset? LookedAt => TimeOf(ref _lookedAt);

    /// <summary>This process was the sender then.</summary>
    public bool IsSender => _isSender;

    /// <summary>Begins to look, if it does not yet; again after it was stopped.</summary>
    public void Start()
    {
        lock (_lock)
        {
            if (_run is null && !_isDisposed)
            {
                _wasStopped = false;
                Interlocked.Exchange(ref _lookedAt, 0);
                Interlocked.Exchange(ref _runningSince, context.Clock.UtcNow.UtcTicks);
                _run = new DueRun(context.Clock);
                _ = RunAsync(_run); // handles its own failures and ends with the run
            }
        }
    }

    /// <summary>Looks no more, and waits for what it is sending until the token is cancelled. What waits for its turn or for the pace stays Scheduled.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        using var activity = context.Clock.BeginOperation();
        DueRun? run;
        lock (_lock)
        {
            _wasStopped = true;
            run = _run;
        }

        if (run is null)
        {
            return;
        }

        try
        {
            await run.StopAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // What is under way is recorded when it ends, if the process lasts until then; else the next sender takes it over.
        }

        lock (_lock)
        {
            _run = null;
            _isSender = false;
            Interlocked.Exchange(ref _runningSince, 0);
        }
    }

    /// <summary>Something new may be due earlier than what is waited for. Begins to look, unless that was stopped.</summary>
    public void Wake()
    {
        _sleep.Wake();
        bool wasStopped;
        lock (_lock)
        {
            wasStopped = _wasStopped;
        }

        if (!wasStopped)
        {
            Start();
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _isDisposed = true;
            _run?.Dispose();
        }
    }

    private static DateTimeOffset? TimeOf(ref long ticks) => Interlocked.Read(ref ticks) is > 0 and var known ? new DateTimeOffset(known, TimeSpan.Zero) : null;

    private async Task RunAsync(DueRun run)
    {
        using var activity = context.Clock.Begin();

        // It works for all that is due, not for the trace of whoever scheduled first.
        System.Diagnostics.Activity.Current = null;
        run.Enter();
        try
        {
            await LookAsync(run).ConfigureAwait(false);
        }
        finally
        {
            run.Leave();
        }
    }

    private async Task LookAsync(DueRun run)
    {
        var stop = run.Stop;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                // What has ended is known here alone: it is recorded before anybody takes it for being in doubt.
                await SaveLeftAsync(entry => entry.HasEnded).ConfigureAwait(false);
                var isSender = await role.BecomeAsync(stop).ConfigureAwait(false);
                var pause = isSender ? await SendDueAsync(run).ConfigureAwait(false) : _look;
                _isSender = isSender;
                Interlocked.Exchange(ref _lookedAt, context.Clock.UtcNow.UtcTicks);
                await _sleep.SleepAsync(pause, stop).ConfigureAwait(false);
            }
            catch (Exception exception) when (stop.IsCancellationRequested && exception is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
#pragma warning disable CA1031 // A fault that nobody foresaw must not end the looking for what is due: it is told, and tried again.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                Tell(exception);
                await SleepQuietlyAsync(stop).ConfigureAwait(false);
            }
        }
    }

    private void Tell(Exception exception)
    {
        if (exception is TelegramMarketingException failure)
        {
            _logger.StoreFailed(failure.Error, failure.Message);
        }
        else
        {
            _logger.LookFailed(exception);
        }
    }

    /// <summary>Starts what is due.</summary>
    /// <returns>How long there is nothing to look for.</returns>
    private async Task<TimeSpan> SendDueAsync(DueRun run)
    {
        var stop = run.Stop;
        await SaveLeftAsync(_ => true).ConfigureAwait(false);
        await TakeOverUnreadAsync(stop).ConfigureAwait(false);
        PublicationEntry? last = null;
        while (true)
        {
            var due = await storage.Publications.FindDueAsync(context.Clock.UtcNow, Page, last, stop).ConfigureAwait(false);
            foreach (var entry in due)
            {
                if (entry.TryClaim())
                {
                    _ = DeliverAsync(entry, run); // handles its own failures; the claim shows that it is under way
                }
            }

            _isFull = Volatile.Read(ref _underWay) >= MostUnderWay;
            if (due.Count < Page || _isFull)
            {
                break;
            }

            last = due[^1];
        }

        if (!storage.IsInMemory)
        {
            await _retention.SweepAsync(stop).ConfigureAwait(false);
            return _look;
        }

        var next = await storage.Publications.NextDueAsync(stop).ConfigureAwait(false);
        var pause = next is { } at && at > context.Clock.UtcNow ? at - context.Clock.UtcNow : next is null ? _longestSleep : _look;
        return pause < _longestSleep ? pause : _longestSleep;
    }

    private async Task SaveLeftAsync(Func<PublicationEntry, bool> isWanted)
    {
        foreach (var entry in publications.Unsaved.Where(isWanted))
        {
            try
            {
                await entry.TryClaimedAsync(publications.SaveLeftAsync).ConfigureAwait(false);
            }
#pragma warning disable CA1031 // One that the store never takes must not keep the others from being recorded and sent.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                Tell(exception);
            }
        }
    }

    /// <summary>Takes over what can be read by now.</summary>
    private async Task TakeOverUnreadAsync(CancellationToken stop)
    {
        foreach (var entry in publications.Unread)
        {
            await storage.Publications.FindAsync(entry.Id, stop).ConfigureAwait(false);
            if (entry.Parts is not null || entry.HasEnded)
            {
                await entry.TryClaimedAsync(publications.TakeOverAsync).ConfigureAwait(false);
            }
        }
    }

    private async Task DeliverAsync(PublicationEntry entry, DueRun run)
    {
        using var activity = context.Clock.Begin();
        var stop = run.Stop;
        run.Enter();
        Interlocked.Increment(ref _underWay);
        try
        {
            if (entry.Action != PublicationAction.Publish)
            {
                await endings.DeliverAsync(entry, stop).ConfigureAwait(false);
                return;
            }

            var chat = await GetChatAsync(entry, stop).ConfigureAwait(false);
            using var turn = chat.Turns.Enter();
            await publications.DeliverDueAsync(chat, turn, entry, stop).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException or LeaseLostException)
        {
            // Nothing of it is under way: it stays Scheduled, for the next process.
        }
        catch (TelegramMarketingException exception)
        {
            _logger.StoreFailed(exception.Error, exception.Message);
        }
#pragma warning disable CA1031 // A fault that nobody foresaw must not vanish, since nobody awaits the delivery.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _logger.DeliveryFailed(exception, entry.Id, entry.Channel);
        }
        finally
        {
            if (Interlocked.Decrement(ref _underWay) < MostUnderWay / 2 && _isFull)
            {
                // There is room for more, which may be due already.
                _isFull = false;
                Wake();
            }

            run.Leave();
        }
    }

    private async ValueTask<ChatState> GetChatAsync(PublicationEntry entry, CancellationToken stop)
    {
        try
        {
            return await sender.GetChatAsync(ChatTarget.For(entry.Channel), stop).ConfigureAwait(false);
        }
        catch
        {
            entry.Unclaim();
            throw;
        }
    }

    private async Task SleepQuietlyAsync(CancellationToken stop)
    {
        try
        {
            await context.Clock.DelayAsync(_look, stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The loop sees it.
        }
    }
}
