using TelegramMarketing.Time;

namespace TelegramMarketing.PublicPages;

/// <summary>Lets callers pass one by one, in order of arrival and at least a spacing apart. Whoever gives up loses nobody's turn.</summary>
internal sealed class TurnQueue(Clock clock, TimeSpan spacing)
{
    private readonly Lock _lock = new();
    private readonly Queue<Gate<bool>> _waiting = new();
    private bool _isTaken;
    private long? _lastPass;

    public async Task PassAsync(CancellationToken cancellationToken)
    {
        if (spacing <= TimeSpan.Zero)
        {
            return;
        }

        if (Join() is { } gate)
        {
            await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        try
        {
            var wait = _lastPass is { } last ? spacing - clock.Elapsed(last) : TimeSpan.Zero;
            await clock.DelayAsync(wait, cancellationToken).ConfigureAwait(false);
            _lastPass = clock.Timestamp;
        }
        finally
        {
            HandOver();
        }
    }

    private Gate<bool>? Join()
    {
        lock (_lock)
        {
            if (!_isTaken)
            {
                _isTaken = true;
                return null;
            }

            var gate = new Gate<bool>(clock);
            _waiting.Enqueue(gate);
            return gate;
        }
    }

    private void HandOver()
    {
        lock (_lock)
        {
            while (_waiting.TryDequeue(out var next))
            {
                if (next.TryComplete(true))
                {
                    return;
                }
            }

            _isTaken = false;
        }
    }
}
