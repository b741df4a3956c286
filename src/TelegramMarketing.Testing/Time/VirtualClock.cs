using System.Diagnostics.CodeAnalysis;
using TelegramMarketing.Time;

namespace TelegramMarketing.Testing.Time;

/// <summary>
/// A clock that stands still until it is advanced, and then fires one timer at a time, each followed by a wait until all is quiet.
/// </summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "A SemaphoreSlim without a wait handle holds nothing.")]
internal sealed class VirtualClock : TimeProvider, IQuietGauge
{
    private static readonly Comparer<VirtualTimer> _byDueTime = Comparer<VirtualTimer>.Create(static (x, y) =>
        x.Due == y.Due ? x.Order.CompareTo(y.Order) : x.Due!.Value.CompareTo(y.Due!.Value));

    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly SemaphoreSlim _operationWaits = new(0);
    private readonly SortedSet<VirtualTimer> _timers = new(_byDueTime);
    private readonly QuietGauge _gauge;
    private readonly DateTimeOffset _start;
    private long _now; // ticks since the start
    private long _order;
    private bool _runsByItself;
    private bool _isRunning;
    private Task _running = Task.CompletedTask;

    public VirtualClock(DateTimeOffset start, TimeSpan? patience = null)
    {
        _start = start.ToUniversalTime();
        _gauge = new QuietGauge(OnOperationWaits, patience ?? TimeSpan.FromSeconds(30));
    }

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public QuietGauge Gauge => _gauge;

    IQuietActivity? IQuietGauge.Current => _gauge.Current;

    /// <summary>Whether time moves by itself while somebody awaits an operation of the library and all else is quiet.</summary>
    public bool RunsByItself
    {
        get => Volatile.Read(ref _runsByItself);
        set
        {
            lock (_lock)
            {
                if (_runsByItself == value)
                {
                    return;
                }

                _runsByItself = value;
                if (value && (!_isRunning || _running.IsFaulted))
                {
                    _isRunning = true;
                    using (ExecutionContext.SuppressFlow())
                    {
                        _running = Task.Run(RunAsync);
                    }
                }
            }

            OnOperationWaits();
        }
    }

    public override DateTimeOffset GetUtcNow() => _start.AddTicks(Interlocked.Read(ref _now));

    public override long GetTimestamp() => Interlocked.Read(ref _now);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new VirtualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    IQuietActivity IQuietGauge.Begin(string name) => _gauge.Begin(name);

    IQuietActivity IQuietGauge.BeginOperation(string name) => _gauge.BeginOperation(name);

    /// <summary>Moves time, timer by timer.</summary>
    public Task AdvanceAsync(TimeSpan duration) => MoveAsync(duration, atOnce: false);

    /// <summary>Moves time at once, and then fires the timers that have become due.</summary>
    public Task SuspendAsync(TimeSpan duration) => MoveAsync(duration, atOnce: true);

    internal bool Arm(VirtualTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (_lock)
        {
            if (timer.IsDisposed)
            {
                return false;
            }

            Remove(timer);
            timer.Period = period == Timeout.InfiniteTimeSpan ? 0 : period.Ticks;
            if (dueTime > TimeSpan.Zero)
            {
                Add(timer, _now + dueTime.Ticks);
            }
            else if (dueTime == TimeSpan.Zero && timer.Period > 0)
            {
                Add(timer, _now + timer.Period);
            }
        }

        if (dueTime == TimeSpan.Zero)
        {
            FireSoon(timer);
        }

        OnOperationWaits();
        return true;
    }

    internal void Disarm(VirtualTimer timer)
    {
        lock (_lock)
        {
            timer.IsDisposed = true;
            Remove(timer);
        }
    }

    private async Task MoveAsync(TimeSpan duration, bool atOnce)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(duration, TimeSpan.Zero);
        if (_gauge.Current is VirtualActivity activity)
        {
            throw new InvalidOperationException($"Time cannot be advanced from inside the library ({activity.Name}), which would then wait for itself.");
        }

        _gauge.LeaveFlow();
        await _turn.WaitAsync().ConfigureAwait(false);
        try
        {
            if (_running.IsFaulted)
            {
                await _running.ConfigureAwait(false);
            }

            await _gauge.WaitAsync().ConfigureAwait(false);
            var until = GetTimestamp() + duration.Ticks;
            if (atOnce)
            {
                Interlocked.Exchange(ref _now, until);
            }

            while (TakeDue(until) is { } timer)
            {
                Fire(timer);
                await _gauge.WaitAsync().ConfigureAwait(false);
            }

            Interlocked.Exchange(ref _now, until);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task RunAsync()
    {
        while (true)
        {
            await _operationWaits.WaitAsync().ConfigureAwait(false);
            await _turn.WaitAsync().ConfigureAwait(false);
            try
            {
                await _gauge.WaitAsync().ConfigureAwait(false);
                while (RunsByItself && _gauge.OperationWaits && TakeDue(long.MaxValue) is { } timer)
                {
                    Fire(timer);
                    await _gauge.WaitAsync().ConfigureAwait(false);
                }
            }
            finally
            {
                _turn.Release();
            }

            lock (_lock)
            {
                if (!_runsByItself)
                {
                    _isRunning = false;
                    return;
                }
            }
        }
    }

    private void OnOperationWaits()
    {
        if (RunsByItself && _operationWaits.CurrentCount == 0)
        {
            _operationWaits.Release();
        }
    }

    private VirtualTimer? TakeDue(long until)
    {
        lock (_lock)
        {
            if (_timers.Min is not { Due: { } due } timer || due > until)
            {
                return null;
            }

            Interlocked.Exchange(ref _now, Math.Max(due, _now));
            Remove(timer);
            if (timer.Period > 0)
            {
                Add(timer, _now + timer.Period);
            }

            return timer;
        }
    }

    private void Fire(VirtualTimer timer)
    {
        var activity = _gauge.BeginApart("a timer");
        try
        {
            timer.Fire();
        }
        finally
        {
            _gauge.End(activity);
        }
    }

    private void FireSoon(VirtualTimer timer)
    {
        var activity = _gauge.BeginApart("a timer");
        ThreadPool.UnsafeQueueUserWorkItem(
            static state =>
            {
                try
                {
                    state.timer.Fire();
                }
                finally
                {
                    state._gauge.End(state.activity);
                }
            },
            (_gauge, timer, activity),
            preferLocal: false);
    }

    private void Add(VirtualTimer timer, long due)
    {
        timer.Due = due;
        timer.Order = _order++;
        _timers.Add(timer);
    }

    private void Remove(VirtualTimer timer)
    {
        if (timer.Due is not null)
        {
            _timers.Remove(timer);
            timer.Due = null;
        }
    }
}
