namespace TelegramMarketing.Delivery;

/// <summary>
/// What the recent round trips tell about when the server accepts a message: somewhere between its start and its answer. Whatever a round trip
/// takes over the shortest may have been spent before the message was accepted, and so delays its acceptance. In ticks.
/// </summary>
internal sealed class LatencyEstimate
{
    private const int Samples = 64;
    private const int EnoughSamples = 8;

    /// <summary>A message may be faster than the fastest of the recent ones, by about this part of their spread.</summary>
    private const int GuardShare = 8;

    private static readonly long _initialSpread = TimeSpan.FromMilliseconds(50).Ticks;
    private static readonly long _largestSpread = TimeSpan.FromMilliseconds(250).Ticks;
    private static readonly long _leastGuard = TimeSpan.FromMilliseconds(2).Ticks;

    private readonly long[] _recent = new long[Samples];
    private long _shortest;
    private int _count;

    /// <summary>The spread of the recent round trips, the largest one left out as an outlier.</summary>
    public long Spread { get; private set; } = _initialSpread;

    /// <summary>Kept in any case: a message may be faster than all that were seen.</summary>
    public long Guard { get; private set; } = _leastGuard;

    /// <summary>Takes note of a round trip.</summary>
    public void Add(long roundTrip)
    {
        _recent[_count % Samples] = roundTrip;
        _count = _count == 2 * Samples ? Samples + 1 : _count + 1;
        if (_count < EnoughSamples)
        {
            return;
        }

        long shortest = long.MaxValue, longest = 0, second = 0;
        foreach (var sample in _recent.AsSpan(0, Math.Min(_count, Samples)))
        {
            shortest = Math.Min(shortest, sample);
            if (sample >= longest)
            {
                (longest, second) = (sample, longest);
            }
            else if (sample > second)
            {
                second = sample;
            }
        }

        _shortest = shortest;
        Spread = Math.Min(second - shortest, _largestSpread);
        Guard = Math.Max(Spread / GuardShare, _leastGuard);
    }

    /// <summary>How much later than the fastest a message with this round trip may have been accepted, counted from its start.</summary>
    public long Lateness(long roundTrip) => Math.Max(0, roundTrip - _shortest) + Guard;
}
