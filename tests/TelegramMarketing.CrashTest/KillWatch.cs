namespace TelegramMarketing.CrashTest;

/// <summary>Waits for the moment of a plan.</summary>
internal sealed class KillWatch(KillPlan plan)
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _times;

    /// <summary>It has come to this moment.</summary>
    public void Note(Moment moment)
    {
        // What is done at any time is counted from the first request on.
        var counts = moment == plan.At || (plan.At == Moment.AnyTime && moment is Moment.Received or Moment.Looked);
        if (counts && Interlocked.Increment(ref _times) >= plan.Times)
        {
            _reached.TrySetResult();
        }
    }

    /// <summary>Waits until it is time to kill, or until something else has ended.</summary>
    /// <returns>The moment that it is, which may be another than that of the plan; <see langword="null"/> when the other thing ended first.</returns>
    public async Task<Moment?> WaitAsync(Task other)
    {
        using var patience = new CancellationTokenSource(KillPlan.Patience, TimeProvider.System);
        var late = Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, patience.Token);
        var first = plan.At == Moment.Start ? Task.CompletedTask : await Task.WhenAny(_reached.Task, other, late);
        if (first == other)
        {
            return null;
        }

        if (first == late)
        {
            return Moment.AnyTime;
        }

        // A timer counts whole milliseconds; the rest is for chance.
        return plan.Delay > TimeSpan.Zero && await Task.WhenAny(Task.Delay(plan.Delay, TimeProvider.System), other) == other ? null : plan.At;
    }
}
