namespace TelegramMarketing.CrashTest.Time;

/// <summary>
/// Real time, so many times as fast, and the same for all processes of the machine. A lease of minutes runs out in a second, and nothing in the library need be
/// changed for it.
/// </summary>
internal sealed class FastTime(TimeDescription description) : TimeProvider
{
    private static readonly TimeSpan _shortest = TimeSpan.FromMilliseconds(1);

    public TimeDescription Description => description;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => (System.GetElapsedTime(description.Origin) * description.Speed).Ticks;

    public override DateTimeOffset GetUtcNow() => description.Start.AddTicks(GetTimestamp());

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new FastTimer(System.CreateTimer(callback, state, ToReal(dueTime), ToReal(period)), this);

    /// <summary>Rounded up to what a timer counts, so that none fires before its time.</summary>
    internal TimeSpan ToReal(TimeSpan fast) =>
        fast == Timeout.InfiniteTimeSpan || fast == TimeSpan.Zero ? fast : _shortest * Math.Ceiling(fast / description.Speed / _shortest);
}
