using TelegramMarketing.Time;

namespace TelegramMarketing.Invitations.Campaigns;

/// <summary>Lets as many through at once, and begin in a second, as a means of delivery permits.</summary>
internal sealed class RoutePace(Clock clock, IInvitationRoute route)
{
    private readonly Lock _lock = new();
    private readonly Queue<Gate<bool>> _waiters = [];
    private readonly TimeSpan _spacing = route.MessagesPerSecond is > 0 and var perSecond ? TimeSpan.FromSeconds(1 / perSecond) : TimeSpan.Zero;
    private int _running;
    private DateTimeOffset _next;

    public IInvitationRoute Route => route;

    /// <summary>Waits for a place and for its time. To be followed by <see cref="Exit"/>.</summary>
    public async Task EnterAsync(CancellationToken cancellationToken)
    {
        Gate<bool>? gate = null;
        lock (_lock)
        {
            if (_running < route.Concurrency)
            {
                _running++;
            }
            else
            {
                _waiters.Enqueue(gate = new Gate<bool>(clock));
            }
        }

        if (gate is not null)
        {
            await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        try
        {
            await clock.DelayAsync(Take(), cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            Exit();
            throw;
        }
    }

    public void Exit()
    {
        lock (_lock)
        {
            while (_waiters.TryDequeue(out var waiter))
            {
                if (waiter.TryComplete(true))
                {
                    return;
                }
            }

            _running--;
        }
    }

    private TimeSpan Take()
    {
        lock (_lock)
        {
            var now = clock.UtcNow;
            var at = _next > now ? _next : now;
            _next = at + _spacing;
            return at - now;
        }
    }
}
