using TelegramMarketing.Time;

namespace TelegramMarketing.BotApi;

/// <summary>The time-outs of calls. Those of the system's clock are used again, since nearly all calls end in time.</summary>
internal sealed class Timeouts(Clock clock)
{
    private const int MostKept = 64;
    private readonly Lock _lock = new();
    private readonly Stack<CancellationTokenSource> _kept = [];
    private readonly bool _isReusable = clock.Time == TimeProvider.System;

    /// <summary>Starts a time-out; disposing it stops it.</summary>
    public Timer Start(TimeSpan timeout)
    {
        CancellationTokenSource? source;
        lock (_lock)
        {
            _kept.TryPop(out source);
        }

        source?.CancelAfter(timeout);
        return new Timer(this, source ?? clock.CreateTimeout(timeout));
    }

    private void Stop(CancellationTokenSource source)
    {
        if (_isReusable && source.TryReset())
        {
            lock (_lock)
            {
                if (_kept.Count < MostKept)
                {
                    _kept.Push(source);
                    return;
                }
            }
        }

        source.Dispose();
    }

    /// <summary>A time-out that runs.</summary>
    internal readonly struct Timer(Timeouts timeouts, CancellationTokenSource source) : IDisposable
    {
        public CancellationToken Token => source.Token;

        public void Dispose() => timeouts.Stop(source);
    }
}
