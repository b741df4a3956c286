using TelegramMarketing.Time;

namespace TelegramMarketing.Delivery;

/// <summary>One run of the <see cref="DueWatch"/>, from its start to its stop: its looking, and the deliveries that it began.</summary>
internal sealed class DueRun(Clock clock) : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Gate<bool> _ended = new(clock);
    private int _underWay;

    /// <summary>Cancelled when nothing more is to begin.</summary>
    public CancellationToken Stop => _stop.Token;

    /// <summary>The looking or a delivery begins. The looking, which alone begins deliveries, comes first.</summary>
    public void Enter() => Interlocked.Increment(ref _underWay);

    /// <summary>It has ended. After the last one nothing begins any more.</summary>
    public void Leave()
    {
        if (Interlocked.Decrement(ref _underWay) == 0)
        {
            _ended.TryComplete(true);
        }
    }

    /// <summary>Begins nothing more, and waits until what is under way has ended. Once.</summary>
    /// <exception cref="OperationCanceledException">Something is still under way.</exception>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _ended.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Begins nothing more.</summary>
    public void Dispose() => _stop.Cancel();
}
