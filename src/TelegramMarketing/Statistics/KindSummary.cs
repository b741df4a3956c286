namespace TelegramMarketing;

/// <summary>One kind of post in a report.</summary>
public sealed record KindSummary
{
    /// <summary>The kind; <see langword="null"/> for posts whose kind is not known, since this library did not publish them.</summary>
    public required PostKind? Kind { get; init; }

    /// <summary>How many posts were compared.</summary>
    public required int Compared { get; init; }

    /// <summary>The median of their views: an interval where counters were rounded.</summary>
    /// <value><see langword="null"/> when none was compared.</value>
    public required Count? MedianViews { get; init; }

    /// <summary>How many posts were not compared, by reason. Reasons that did not occur are absent.</summary>
    public IReadOnlyDictionary<LeftOutReason, int> LeftOut { get; init; } = new Dictionary<LeftOutReason, int>();

    /// <summary>All posts of this kind: those compared and those left out.</summary>
    public int Posts => Compared + LeftOut.Values.Sum();

    /// <summary>The kind's name, or <c>Unclassified</c>.</summary>
    public string Name => Kind?.Name ?? "Unclassified";
}
