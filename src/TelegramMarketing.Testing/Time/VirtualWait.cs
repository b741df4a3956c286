namespace TelegramMarketing.Testing.Time;

/// <summary>A wait of the fake itself in virtual time: woken by somebody, or by its time-out.</summary>
internal sealed class VirtualWait(VirtualActivity activity)
{
    private readonly TaskCompletionSource<bool> _source = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _isOver;

    /// <summary>Ends the wait; the waiter is counted in first.</summary>
    public void Wake() => End(woken: true);

    /// <summary>Waits, once.</summary>
    /// <returns>Whether it was woken; otherwise the time ran out.</returns>
    public async Task<bool> WaitAsync(VirtualClock clock, TimeSpan timeout)
    {
        // The timer is armed first: once the activity is parked, time may move.
        using var timer = clock.CreateTimer(static state => ((VirtualWait)state!).End(woken: false), this, timeout, Timeout.InfiniteTimeSpan);
        activity.Park();
        return await _source.Task.ConfigureAwait(false);
    }

    private void End(bool woken)
    {
        if (Interlocked.Exchange(ref _isOver, 1) == 0)
        {
            activity.Unpark();
            _source.SetResult(woken);
        }
    }
}
