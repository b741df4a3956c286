namespace TelegramMarketing.Delivery;

/// <summary>
/// What the recent round trips tell about when the server accepts a message: between its start and its answer, so that their spread is
/// the doubt, and the margin that the windows keep. In ticks.
/// </summary>
internal sealed class LatencyEstimate
{
    private const int Samples = 64;
    private const int EnoughSamples = 8;
    private readonly long[] _recent = new long[Samples];
    private int _count;

    /// <summary>Kept before enough is known, and the least and most that is kept.</summary>
    private static readonly long _initial = TimeSpan.FromMilliseconds(50).Ticks;
    private static readonly long _least = TimeSpan.FromMilliseconds(2).Ticks;
    private static readonly long _most = TimeSpan.FromMilliseconds(250).Ticks;

    /// <summary>The shortest recent round trip.</summary>
    public long Shortest { get; private set; }

    /// <summary>The margin: the spread of the recent round trips, the largest one left out as an outlier.</summary>
    public long Margin { get; private set; } = _initial;

    /// <summary>Takes note of a round trip.</summary>
    public void Add(long roundTrip)
    {
        _recent[_count++ % Samples] = roundTrip;
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

        Shortest = shortest;
        Margin = Math.Clamp(second - shortest, _least, _most);
    }

    /// <summary>A round trip like the others, after which the message was accepted about as soon as the others were.</summary>
    public bool IsUsual(long roundTrip) => _count < EnoughSamples || roundTrip <= Shortest + Margin;
}
