namespace TelegramMarketing;

/// <summary>A counter, with where it came from, when it was read, and how stale it can be.</summary>
/// <remarks>The figure was true at some moment between <see cref="TrueFrom"/> and <see cref="ObservedAt"/>, as far as its source can know.</remarks>
public sealed record Reading
{
    /// <summary>Creates a reading.</summary>
    /// <param name="value">The counter.</param>
    /// <param name="source">The name of the source: <see cref="IViewSource.Name"/>.</param>
    /// <param name="observedAt">When the source gave it.</param>
    /// <param name="staleness">How old the figure can have been at that moment; zero or more.</param>
    /// <exception cref="ArgumentException"><paramref name="source"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="staleness"/> is negative.</exception>
    public Reading(Count value, string source, DateTimeOffset observedAt, TimeSpan staleness)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        ArgumentOutOfRangeException.ThrowIfLessThan(staleness, TimeSpan.Zero);
        Value = value;
        Source = source;
        ObservedAt = observedAt;
        Staleness = staleness;
    }

    /// <summary>The counter: exact, or an interval, with its raw text.</summary>
    public Count Value { get; }

    /// <summary>The name of the source that gave it.</summary>
    public string Source { get; }

    /// <summary>When the source gave it.</summary>
    public DateTimeOffset ObservedAt { get; }

    /// <summary>The greatest age that the figure can have had at <see cref="ObservedAt"/>, such as the time its page was kept for.</summary>
    public TimeSpan Staleness { get; }

    /// <summary>The earliest moment at which the figure can have been true.</summary>
    public DateTimeOffset TrueFrom => ObservedAt - Staleness;

    /// <summary>The counter's raw text, its source and its time.</summary>
    public override string ToString() => $"{Value.Raw} ({Source}, {ObservedAt:u})";
}
