namespace TelegramMarketing;

/// <summary>The posts of a report that have one thing in common: a kind, a tag, a weekday, an hour, a medium, a length.</summary>
public record GroupSummary
{
    /// <summary>What the group has in common, as a report shows it.</summary>
    public required string Name { get; init; }

    /// <summary>How many posts were compared.</summary>
    public required int Compared { get; init; }

    /// <summary>The median of their views at the report's basis: an interval where counters were rounded.</summary>
    /// <value><see langword="null"/> when none was compared.</value>
    public required Count? MedianViews { get; init; }

    /// <summary>The middle of their views per subscriber at the time of the post (the reach, or ERR).</summary>
    /// <value>0.25 is one view for four subscribers; <see langword="null"/> where no number of subscribers is known.</value>
    public double? ViewsPerSubscriber { get; init; }

    /// <summary>The middle of their engagement rates: reactions, votes and comments per view (ER by reach).</summary>
    /// <value>0.05 is one for twenty views; <see langword="null"/> where none of them is known.</value>
    public double? EngagementRate { get; init; }

    /// <summary>By how much such posts earn more or fewer views than the channel's own baseline, other things being equal.</summary>
    /// <value><see langword="null"/> when there is too little to judge by.</value>
    public ViewEffect? Effect { get; init; }

    /// <summary>How many posts were not compared, by reason. Reasons that did not occur are absent.</summary>
    public IReadOnlyDictionary<LeftOutReason, int> LeftOut { get; init; } = new Dictionary<LeftOutReason, int>();

    /// <summary>All posts of the group: those compared and those left out.</summary>
    public int Posts => Compared + LeftOut.Values.Sum();
}
