using Microsoft.Extensions.Logging;
using TelegramMarketing.BotApi;
using TelegramMarketing.Diagnostics;
using TelegramMarketing.Hosting;
using TelegramMarketing.Storage;
using TelegramMarketing.Time;

namespace TelegramMarketing.Delivery;

/// <summary>
/// Sends what is due without a caller who waits for it: scheduled publications, and those that another process has left behind. When this
/// process becomes the bot's sender, sends that were under way elsewhere are in doubt.
/// </summary>
internal sealed class Outbox(BotContext context, BotSender sender, PublicationSender publications, EndingSender endings, IBotStorage storage, LeaseKeeper lease) : IDisposable
{
    private const int Page = 100;
    private const int MostUnderWay = 1000;
    private static readonly TimeSpan _look = TimeSpan.FromSeconds(1);
    /// <summary>What was sent longer ago concerns no limit of Telegram's any more.</summary>
    private static readonly TimeSpan _longestWindow = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan _longestSleep = TimeSpan.FromDays(20);

    private readonly ILogger _logger = context.Loggers.CreateLogger("TelegramMarketing.Publishing");
    private readonly Lock _lock = new();
    private readonly Retention _retention = new(context, storage);
    private readonly TurnQueue _takeover = new(context.Clock);
    private readonly CancellationTokenSource _stop = new();
    private Gate<bool>? _sleep;
    private bool _wakeAsked;
    private bool _isRunning;
    private int _underWay;
    private volatile bool _isFull;
    private int _recoveredTerm = storage.IsInMemory ? 1 : 0;

    /// <summary>Since when it looks for what is due; <see langword="null"/> before it was started.</summary>
    public DateTimeOffset? RunningSince { get; private set; }

    /// <summary>When it has looked last, or seen that another process does.</summary>
    public DateTimeOffset? LookedAt { get; private set; }

    /// <summary>This process was the sender then.</summary>
    public bool IsSender { get; private set; }

    /// <summary>Makes this process the bot's sender, if none is or it is already; takes over what its predecessor has left.</summary>
    public async ValueTask<bool> BecomeSenderAsync(CancellationToken cancellationToken)
    {
        if (storage.IsInMemory)
        {
            return true;
        }

        using var turn = _takeover.Enter();
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        if (!await lease.HoldAsync().ConfigureAwait(false))
        {
            return false;
        }

        if (_recoveredTerm != lease.Term)
        {
            await TakeOverAsync().ConfigureAwait(false);
            _recoveredTerm = lease.Term;
        }

        Start();
        return true;
    }

    /// <summary>Begins to look for what is due, if it does not yet.</summary>
    public void Start()
    {
        lock (_lock)
        {
            if (!_isRunning && !_stop.IsCancellationRequested)
            {
                _isRunning = true;
                RunningSince = context.Clock.UtcNow;
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

    /// <summary>
    /// Delivers a claimed publication for a caller who waits, or, where another process is the sender, waits until that one has delivered it.
    /// The claim ends with the delivery.
    /// </summary>
    public ValueTask DeliverAsync(ChatState chat, TurnQueue.Turn turn, PublicationEntry entry, CancellationToken cancellationToken) =>
        storage.IsInMemory ? publications.DeliverAsync(chat, turn, entry, cancellationToken) : new(DeliverDurablyAsync(chat, turn, entry, cancellationToken));

    /// <summary>Waits until a publication that somebody else delivers has come to rest.</summary>
    public async Task AwaitAsync(PublicationEntry entry, CancellationToken cancellationToken)
    {
        while (!entry.HasEnded && entry.State is not (PublicationState.Unknown or PublicationState.Held))
        {
            await context.Clock.DelayAsync(_look, cancellationToken).ConfigureAwait(false);
            try
            {
                await BecomeSenderAsync(cancellationToken).ConfigureAwait(false);
                await storage.Publications.FindAsync(entry.Id, cancellationToken).ConfigureAwait(false);
            }
            catch (TelegramMarketingException exception) when (exception.Error == TelegramMarketingError.StorageUnavailable)
            {
                // The store is gone for a while.
            }
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _stop.Cancel();
        }
    }

    private async Task DeliverDurablyAsync(ChatState chat, TurnQueue.Turn turn, PublicationEntry entry, CancellationToken cancellationToken)
    {
        try
        {
            if (await IsDeliveredHereAsync(chat, turn, entry, cancellationToken).ConfigureAwait(false))
            {
                return;
            }
        }
        catch (LeaseLostException)
        {
            // Nothing was sent; the new sender finds it.
        }
        catch (TelegramMarketingException exception) when (exception.Error == TelegramMarketingError.StorageUnavailable)
        {
            // It is recorded, and a caller who were told that it failed might publish it twice: it waits for the store.
            _logger.StoreFailed(exception.Error, exception.Message);
            if (entry.HasEnded)
            {
                await SaveWhenPossibleAsync(entry, cancellationToken).ConfigureAwait(false);
                return;
            }
        }

        turn.Dispose();
        try
        {
            await AwaitAsync(entry, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await GiveUpAsync(entry).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Delivers it, if this process is the sender. Ends the claim.</summary>
    private async Task<bool> IsDeliveredHereAsync(ChatState chat, TurnQueue.Turn turn, PublicationEntry entry, CancellationToken cancellationToken)
    {
        try
        {
            if (!await BecomeSenderAsync(cancellationToken).ConfigureAwait(false))
            {
                entry.Unclaim();
                return false;
            }
        }
        catch (Exception exception)
        {
            entry.Unclaim();
            if (exception is OperationCanceledException)
            {
                await GiveUpAsync(entry).ConfigureAwait(false);
            }

            throw;
        }

        await publications.DeliverAsync(chat, turn, entry, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private async Task RunAsync(CancellationToken stop)
    {
        using var activity = context.Clock.Begin();
        while (!stop.IsCancellationRequested)
        {
            try
            {
                IsSender = await BecomeSenderAsync(stop).ConfigureAwait(false);
                var pause = IsSender ? await SendDueAsync(stop).ConfigureAwait(false) : _look;
                LookedAt = context.Clock.UtcNow;
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
        foreach (var entry in publications.Unsaved)
        {
            await TryClaimedAsync(entry, publications.SaveLeftAsync).ConfigureAwait(false);
        }

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

    /// <summary>Does something with a publication, if nobody is at it.</summary>
    private async Task<bool> TryClaimedAsync(PublicationEntry entry, Func<ChatState, PublicationEntry, Task> work)
    {
        if (!entry.TryClaim())
        {
            return false;
        }

        try
        {
            await work(sender.Chats.Get(ChatTarget.For(entry.Channel)), entry).ConfigureAwait(false);
            return true;
        }
        finally
        {
            entry.Unclaim();
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
            // It stays Scheduled, for the next process.
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

    /// <summary>What the sender before us was in the middle of: its sends are in doubt, its holds are ours.</summary>
    private async Task TakeOverAsync()
    {
        foreach (var known in await storage.Publications.LoadChatsAsync(CancellationToken.None).ConfigureAwait(false))
        {
            var target = ChatState.TargetOf(known.Key);
            var chat = sender.Chats.Get(target);
            chat.LastMessageId = Math.Max(chat.LastMessageId, known.LastMessageId);
            if (known.Id != 0)
            {
                sender.Chats.Learn(target, known.Id, target.Username);
            }
        }

        foreach (var sent in await storage.Publications.LoadSentSinceAsync(context.Clock.UtcNow - _longestWindow, CancellationToken.None).ConfigureAwait(false))
        {
            sender.NoteSent(sender.Chats.Get(ChatState.TargetOf(sent.ChatKey)), sent.Messages, sent.At);
        }

        var taken = 0;
        await foreach (var entry in storage.Publications.LoadUnfinishedAsync(CancellationToken.None).ConfigureAwait(false))
        {
            taken += await TryClaimedAsync(entry, publications.TakeOverAsync).ConfigureAwait(false) ? 1 : 0;
        }

        _logger.TookOver(taken);
    }

    /// <summary>The caller has given up on what another process is to send: it is cancelled, unless that one has begun.</summary>
    private async Task GiveUpAsync(PublicationEntry entry)
    {
        try
        {
            entry.AskToCancel("The caller gave up waiting.");
            await storage.Publications.SaveAsync(entry, CancellationToken.None).ConfigureAwait(false);
        }
        catch (TelegramMarketingException)
        {
            // The other process was faster, or the store is gone; the ledger says what became of it.
        }
    }

    /// <summary>What became of it is known, and only the store does not know it yet.</summary>
    private async Task SaveWhenPossibleAsync(PublicationEntry entry, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await context.Clock.DelayAsync(_look, cancellationToken).ConfigureAwait(false);
                await storage.Publications.SaveAsync(entry, CancellationToken.None).ConfigureAwait(false);
                return;
            }
            catch (OperationCanceledException)
            {
                // The caller is told what is true; the next sender clears up what the store still says.
                return;
            }
            catch (TelegramMarketingException exception) when (exception.Error == TelegramMarketingError.StorageUnavailable)
            {
                _logger.StoreFailed(exception.Error, exception.Message);
            }
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
