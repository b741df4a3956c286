namespace TelegramMarketing.Testing.Time;

/// <summary>A timer of virtual time. Its fields are guarded by the clock's lock.</summary>
internal sealed class VirtualTimer(VirtualClock clock, TimerCallback callback, object? state) : ITimer
{
    /// <summary>When it fires next, in ticks; null when it isn't armed.</summary>
    internal long? Due { get; set; }

    /// <summary>Breaks ties between timers that are due together: the one armed first fires first.</summary>
    internal long Order { get; set; }

    /// <summary>Ticks between two firings; 0 for a timer that fires once.</summary>
    internal long Period { get; set; }

    internal bool IsDisposed { get; set; }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        ThrowIfOutOfRange(dueTime, nameof(dueTime));
        ThrowIfOutOfRange(period, nameof(period));
        return clock.Arm(this, dueTime, period);
    }

    public void Dispose() => clock.Disarm(this);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    internal void Fire() => callback(state);

    private static void ThrowIfOutOfRange(TimeSpan value, string name)
    {
        if (value < TimeSpan.Zero && value != Timeout.InfiniteTimeSpan)
        {
            throw new ArgumentOutOfRangeException(name, value, "A time of zero or more, or Timeout.InfiniteTimeSpan.");
        }
    }
}
