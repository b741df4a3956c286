using TelegramMarketing.Time;

namespace TelegramMarketing.Delivery;

/// <summary>
/// Gives leave to send at the pace that Telegram permits: within a window of the bot and two of the chat, round robin across the chats that
/// may send, posts before bulk. One timer waits for all; nobody polls.
/// </summary>
internal sealed class Pacer : IDisposable
{
    /// <summary>Two chats that are refused within this time mean that the bot as a whole is too fast.</summary>
    private static readonly TimeSpan _botSuspicion = TimeSpan.FromSeconds(10);

    /// <summary>How much of a late timer may be made up for, so that lateness does not add up.</summary>
    private static readonly TimeSpan _leastTolerance = TimeSpan.FromMilliseconds(20);

    /// <summary>A timer holds no more than some weeks.</summary>
    private static readonly TimeSpan _longestTimer = TimeSpan.FromDays(1);

    private readonly Lock _lock = new();
    private readonly Clock _clock;
    private readonly PaceOptions _options;
    private readonly long _origin;
    private readonly ITimer _timer;
    private readonly LatencyEstimate? _latency;
    private readonly SlidingWindow? _bot;
    private readonly long _spacing;
    private readonly long _tolerance;
    private readonly PaceQueue _queue = new();
    private long _nextSlot;
    private long _pausedUntil;
    private long _wakeAt = long.MaxValue;
    private bool _isDisposed;
    private long _lastRefusal;
    private ChatState? _lastRefused;

    public Pacer(Clock clock, PaceOptions options)
    {
        _clock = clock;
        _options = options;
        _origin = clock.Timestamp;
        _timer = clock.Time.CreateTimer(static state => ((Pacer)state!).Wake(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        if (options.MessagesPerSecond > 0 || options.MessagesPerSecondPerChat > 0 || options.MessagesPerMinutePerChannel > 0)
        {
            _latency = new LatencyEstimate();
        }

        if (options.MessagesPerSecond > 0)
        {
            _bot = new SlidingWindow(options.MessagesPerSecond, TimeSpan.FromSeconds(1), _latency!);
            _spacing = TimeSpan.TicksPerSecond / options.MessagesPerSecond;
            _tolerance = Math.Max(_spacing, _leastTolerance.Ticks);
        }
    }

    /// <summary>The pacer's own time, in ticks.</summary>
    public long Now => _clock.Elapsed(_origin).Ticks;

    /// <summary>The windows of a new chat.</summary>
    public (SlidingWindow? PerSecond, SlidingWindow? PerMinute) WindowsFor(bool isPerson) =>
        (_options.MessagesPerSecondPerChat > 0 ? new SlidingWindow(_options.MessagesPerSecondPerChat, TimeSpan.FromSeconds(1), _latency!) : null,
        !isPerson && _options.MessagesPerMinutePerChannel > 0 ? new SlidingWindow(_options.MessagesPerMinutePerChannel, TimeSpan.FromMinutes(1), _latency!) : null);

    /// <summary>Waits for leave to send. Cancelling gives up the place and costs nothing.</summary>
    public ValueTask<Permit> AcquireAsync(ChatState chat, int cost, SendPriority priority, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        PaceWaiter waiter;
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, typeof(BotSender));
            var now = Now;
            if (!_queue.IsSomebodyAheadOf(priority, now) && ChatDue(chat, cost, now) <= now && BotDue(cost, now) <= now)
            {
                return ValueTask.FromResult(Grant(chat, cost, now));
            }

            waiter = new PaceWaiter(chat, cost, priority, new Gate<Permit>(_clock));
            _queue.Add(waiter, DueOf(waiter, now), now);
            Pump(now);
        }

        return new ValueTask<Permit>(WaitAsync(waiter, cancellationToken));
    }

    /// <summary>The answer to a permitted send has come, whatever it is.</summary>
    /// <param name="permit">The permit.</param>
    /// <param name="typical">An ordinary message that was accepted, of whose round trip the pacer may learn.</param>
    public void Complete(Permit permit, bool typical)
    {
        lock (_lock)
        {
            var now = Now;
            var roundTrip = now - permit.Start;
            if (typical)
            {
                _latency?.Add(roundTrip);
            }

            _bot?.Complete(permit.BotEntry, permit.Cost, roundTrip);
            permit.Chat.PerSecond?.Complete(permit.SecondEntry, permit.Cost, roundTrip);
            permit.Chat.PerMinute?.Complete(permit.MinuteEntry, permit.Cost, roundTrip);
            Pump(now);
        }
    }

    /// <summary>Messages that somebody else has sent for this bot are charged as if they were ours.</summary>
    public void NoteSent(ChatState chat, int messages, TimeSpan ago)
    {
        lock (_lock)
        {
            // Whoever sent it may have another clock: at most a minute ago, and never later than now.
            var start = Now - Math.Clamp(ago.Ticks, 0, TimeSpan.TicksPerMinute);
            foreach (var window in (ReadOnlySpan<SlidingWindow?>)[_bot, chat.PerSecond, chat.PerMinute])
            {
                window?.Complete(window.Charge(messages, start), messages, roundTrip: 0);
            }
        }
    }

    /// <summary>Telegram answered 429: the chat pauses, and the bot with it when another chat was refused just before.</summary>
    public void Refused(ChatState chat, TimeSpan retryAfter)
    {
        lock (_lock)
        {
            var now = Now;
            var until = now + retryAfter.Ticks + (_latency is null ? 0 : _latency.Spread + _latency.Guard);
            chat.PausedUntil = Math.Max(chat.PausedUntil, until);
            if (_lastRefused is not null && !ReferenceEquals(_lastRefused, chat) && now - _lastRefusal <= _botSuspicion.Ticks)
            {
                _pausedUntil = Math.Max(_pausedUntil, until);
            }

            (_lastRefused, _lastRefusal) = (chat, now);
            Pump(now);
        }
    }

    /// <summary>Nothing of the chat's pace needs to be remembered.</summary>
    public bool IsIdle(ChatState chat)
    {
        lock (_lock)
        {
            var now = Now;
            return chat.PausedUntil <= now && (chat.PerSecond?.IsIdle(now) ?? true) && (chat.PerMinute?.IsIdle(now) ?? true);
        }
    }

    /// <summary>Whoever still waits is told so.</summary>
    public void Dispose()
    {
        List<PaceWaiter> waiting;
        lock (_lock)
        {
            _isDisposed = true;
            waiting = _queue.Clear();
        }

        _timer.Dispose();
        foreach (var waiter in waiting)
        {
            waiter.Gate.TryFail(new ObjectDisposedException(nameof(BotSender), "The bot was shut down while the message waited for its turn; it was not sent."));
        }
    }

    private async Task<Permit> WaitAsync(PaceWaiter waiter, CancellationToken cancellationToken)
    {
        try
        {
            return await waiter.Gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            Remove(waiter);
            throw;
        }
    }

    private void Remove(PaceWaiter waiter)
    {
        lock (_lock)
        {
            PaceQueue.Remove(waiter);
            Pump(Now);
        }
    }

    /// <summary>Lets go who may; in the lock.</summary>
    private void Pump(long now)
    {
        if (_queue.IsEmpty && _wakeAt == long.MaxValue)
        {
            return;
        }

        _queue.Ripen(now, DueOf);
        var next = long.MaxValue;
        while (_queue.Head is { } head)
        {
            var botDue = BotDue(head.Cost, now);
            if (botDue > now)
            {
                next = botDue;
                break;
            }

            var chatDue = DueOf(head, now);
            if (chatDue > now)
            {
                _queue.Postpone(head, chatDue);
                continue;
            }

            _queue.RemoveHead();
            var slot = _nextSlot;
            var permit = Grant(head.Chat, head.Cost, now);
            if (!head.Gate.TryComplete(permit))
            {
                // Cancelled in the same moment.
                Withdraw(permit, slot);
            }
        }

        WakeAt(Math.Min(next, _queue.NextDue), now);
    }

    private void WakeAt(long due, long now)
    {
        if (due == _wakeAt)
        {
            return;
        }

        _wakeAt = due;

        // A timer counts whole milliseconds: rounded up, so that it never fires before the time and spins.
        _timer.Change(
            due == long.MaxValue ? Timeout.InfiniteTimeSpan : TimeSpan.FromMilliseconds(Math.Clamp(Math.Ceiling((due - now) / (double)TimeSpan.TicksPerMillisecond), 1, _longestTimer.TotalMilliseconds)),
            Timeout.InfiniteTimeSpan);
    }

    private void Wake()
    {
        lock (_lock)
        {
            _wakeAt = long.MaxValue;
            Pump(Now);
        }
    }

    private static long DueOf(PaceWaiter waiter, long now) => ChatDue(waiter.Chat, waiter.Cost, now);

    private static long ChatDue(ChatState chat, int cost, long now) =>
        Math.Max(chat.PausedUntil, Math.Max(chat.PerSecond?.EarliestStart(cost, now) ?? 0, chat.PerMinute?.EarliestStart(cost, now) ?? 0));

    private long BotDue(int cost, long now) =>
        _bot is null ? _pausedUntil : Math.Max(Math.Max(_pausedUntil, _nextSlot - _tolerance), _bot.EarliestStart(cost, now));

    private Permit Grant(ChatState chat, int cost, long now)
    {
        if (_bot is not null)
        {
            _nextSlot = Math.Max(_nextSlot, now) + (_spacing * cost);
        }

        return new Permit(chat, cost, now, _bot?.Charge(cost, now) ?? 0, chat.PerSecond?.Charge(cost, now) ?? 0, chat.PerMinute?.Charge(cost, now) ?? 0);
    }

    private void Withdraw(Permit permit, long slot)
    {
        _nextSlot = slot;
        _bot?.Withdraw(permit.BotEntry);
        permit.Chat.PerSecond?.Withdraw(permit.SecondEntry);
        permit.Chat.PerMinute?.Withdraw(permit.MinuteEntry);
    }
}
