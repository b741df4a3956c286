using System.Runtime.CompilerServices;

namespace TelegramMarketing.Time;

/// <summary>
/// The library's time. Every wait of the library goes through it (or through a <see cref="Gate{T}"/> or an HTTP call), so that
/// virtual time knows when everything is quiet. The rule: work is counted from <see cref="Begin"/> to its end, and whoever wakes a
/// waiter counts it in before waking it.
/// </summary>
internal sealed class Clock(TimeProvider time)
{
    private readonly IQuietGauge? _gauge = time as IQuietGauge;

    /// <summary>The time source itself.</summary>
    public TimeProvider Time { get; } = time;

    public DateTimeOffset UtcNow => Time.GetUtcNow();

    public long Timestamp => Time.GetTimestamp();

    public TimeSpan Elapsed(long since) => Time.GetElapsedTime(since);

    public TimeSpan Elapsed(long since, long until) => Time.GetElapsedTime(since, until);

    /// <summary>The activity that the present flow belongs to; whoever wakes the flow counts it in by this.</summary>
    public IQuietActivity? Current => _gauge?.Current;

    /// <summary>Counts a piece of background work until it is disposed.</summary>
    public Activity Begin([CallerMemberName] string name = "") => new(_gauge?.Begin(name));

    /// <summary>
    /// Counts an operation that a caller awaits, until it is disposed. Operations may be nested and may run side by side inside
    /// another one, which is then taken to await them.
    /// </summary>
    public Activity BeginOperation([CallerMemberName] string name = "") => new(_gauge?.BeginOperation(name));

    /// <summary>Waits. A delay of zero or less returns at once.</summary>
    public Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled(cancellationToken);
        }

        return delay <= TimeSpan.Zero ? Task.CompletedTask
            : _gauge is null ? Task.Delay(delay, Time, cancellationToken)
            : GaugedDelayAsync(delay, cancellationToken);
    }

    /// <summary>A source that is cancelled after <paramref name="timeout"/> of this clock.</summary>
    public CancellationTokenSource CreateTimeout(TimeSpan timeout) => new(timeout, Time);

    private async Task GaugedDelayAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        var gate = new Gate<bool>(this);
        using var timer = Time.CreateTimer(static state => ((Gate<bool>)state!).TryComplete(true), gate, delay, Timeout.InfiniteTimeSpan);
        await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A counted piece of work.</summary>
    internal readonly struct Activity(IQuietActivity? activity) : IDisposable
    {
        public void Dispose() => activity?.End();
    }
}
