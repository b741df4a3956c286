using Microsoft.Extensions.Logging;
using TelegramMarketing.BotApi;
using TelegramMarketing.Diagnostics;
using TelegramMarketing.Hosting;
using TelegramMarketing.Storage;
using TelegramMarketing.Time;

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
    private readonly CancellationTokenSource _stop = new();
    private Gate<bool>? _sleep;
    private bool _wakeAsked;
    private int _underWay;
    private volatile bool _isFull;
    private volatile bool _isSender;
    private long _runningSince;
    private long _lookedAt;

    /// <summary>Since when it looks; <see langword="null"/> before it was started.</summary>
    public DateTimeOffset? RunningSince => TimeOf(ref _runningSince);

    /// <summary>When it has looked last, or seen that another process does; <see langword="null"/> when it has not yet.</summary>
    public DateTimeOffset? LookedAt => TimeOf(ref _lookedAt);

    /// <summary>This process was the sender then.</summary>
    public bool IsSender => _isSender;

    /// <summary>Begins to look, if it does not yet.</summary>
    public void Start()
    {
        lock (_lock)
        {
            if (_runningSince == 0 && !_stop.IsCancellationRequested)
            {
                Interlocked.Exchange(ref _runningSince, context.Clock.UtcNow.UtcTicks);
                _ = RunAsync(_stop.Token); // handles its own failures and ends with the bot
            }
        }
    }

    /// <summary>Something new may be due earlier than what is waited for.</summary>
    public void Wake()
    {
        Gate<bool>? sleep;
        lock (_lock)
        {
            _wakeAsked = true;
            sleep = _sleep;
        }

        sleep?.TryComplete(true);
        Start();
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _stop.Cancel();
        }
    }

    private static DateTimeOffset? TimeOf(ref long ticks) => Interlocked.Read(ref ticks) is > 0 and var known ? new DateTimeOffset(known, TimeSpan.Zero) : null;

    private async Task RunAsync(CancellationToken stop)
    {
        using var activity = context.Clock.Begin();
        while (!stop.IsCancellationRequested)
        {
            try
            {
                // What has ended is known here alone: it is recorded before anybody takes it for being in doubt.
                await SaveLeftAsync(entry => entry.HasEnded).ConfigureAwait(false);
                var isSender = await role.BecomeAsync(stop).ConfigureAwait(false);
                var pause = isSender ? await SendDueAsync(stop).ConfigureAwait(false) : _look;
                _isSender = isSender;
                Interlocked.Exchange(ref _lookedAt, context.Clock.UtcNow.UtcTicks);
                await SleepAsync(pause, stop).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
            catch (TelegramMarketingException exception)
            {
                _logger.StoreFailed(exception.Error, exception.Message);
                await SleepQuietlyAsync(stop).ConfigureAwait(false);
            }
#pragma warning disable CA1031 // A fault that nobody foresaw must not end the looking for what is due: it is told, and tried again.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                _logger.LookFailed(exception);
                await SleepQuietlyAsync(stop).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Starts what is due.</summary>
    /// <returns>How long there is nothing to look for.</returns>
    private async Task<TimeSpan> SendDueAsync(CancellationToken stop)
    {
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
                    _ = DeliverAsync(entry, stop); // handles its own failures; the claim shows that it is under way
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
            await entry.TryClaimedAsync(publications.SaveLeftAsync).ConfigureAwait(false);
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

    private async Task DeliverAsync(PublicationEntry entry, CancellationToken stop)
    {
        using var activity = context.Clock.Begin();
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
        finally
        {
            if (Interlocked.Decrement(ref _underWay) < MostUnderWay / 2 && _isFull)
            {
                // There is room for more, which may be due already.
                _isFull = false;
                Wake();
            }
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

    private async Task SleepAsync(TimeSpan pause, CancellationToken stop)
    {
        var gate = new Gate<bool>(context.Clock);
        lock (_lock)
        {
            if (_wakeAsked)
            {
                _wakeAsked = false;
                return;
            }

            _sleep = gate;
        }

        using var timer = context.Clock.Time.CreateTimer(static state => ((Gate<bool>)state!).TryComplete(false), gate, pause, Timeout.InfiniteTimeSpan);
        try
        {
            await gate.WaitAsync(stop).ConfigureAwait(false);
        }
        finally
        {
            lock (_lock)
            {
                _sleep = null;
                _wakeAsked = false;
            }
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
