namespace TelegramMarketing.CrashTest.Time;

/// <summary>A timer of <see cref="FastTime"/>.</summary>
internal sealed class FastTimer(ITimer timer, FastTime time) : ITimer
{
    public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(time.ToReal(dueTime), time.ToReal(period));

    public void Dispose() => timer.Dispose();

    public ValueTask DisposeAsync() => timer.DisposeAsync();
}
