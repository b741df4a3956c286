using Microsoft.Extensions.Time.Testing;

namespace TelegramMarketing.Tests.Updates;

/// <summary>A fake time that tells when somebody has begun to wait: advanced before that, it would wake nobody.</summary>
internal sealed class TimerCountingTime : FakeTimeProvider
{
    private readonly TaskCompletionSource _timerCreated = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task TimerCreated => _timerCreated.Task;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        _timerCreated.TrySetResult();
        return timer;
    }
}
