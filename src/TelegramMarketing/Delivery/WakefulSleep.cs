using TelegramMarketing.Time;

namespace TelegramMarketing.Delivery;

/// <summary>Pauses that end early when somebody has something to do. Who is woken while nobody sleeps does not fall asleep the next time.</summary>
internal sealed class WakefulSleep(Clock clock)
{
    private readonly Lock _lock = new();
    private Gate<bool>? _gate;
    private bool _wakeAsked;

    /// <summary>Ends the pause, or the next one before it begins.</summary>
    public void Wake()
    {
        Gate<bool>? gate;
        lock (_lock)
        {
            _wakeAsked = true;
            gate = _gate;
        }

        gate?.TryComplete(true);
    }

    /// <summary>Waits so long at most.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task SleepAsync(TimeSpan pause, CancellationToken cancellationToken)
    {
        var gate = new Gate<bool>(clock);
        lock (_lock)
        {
            if (_wakeAsked)
            {
                _wakeAsked = false;
                return;
            }

            _gate = gate;
        }

        using var timer = clock.Time.CreateTimer(static state => ((Gate<bool>)state!).TryComplete(false), gate, pause, Timeout.InfiniteTimeSpan);
        try
        {
            await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            lock (_lock)
            {
                // A run that was left before it had ended leaves the next one alone.
                if (ReferenceEquals(_gate, gate))
                {
                    (_gate, _wakeAsked) = (null, false);
                }
            }
        }
    }
}
