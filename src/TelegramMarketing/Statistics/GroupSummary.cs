using System.Globalization;
using TelegramMarketing.Statistics;

namespace TelegramMarketing;

/// <summary>The posts of a report that have one thing in common: a kind, a tag, a weekday, an hour, a medium, a length.</summary>
public record GroupSummary
{
    /// <summary>What the group has in common, in English; <see cref="NameIn"/> gives it in other languages.</summary>
    public required string Name { get; init; }

    /// <summary>By what the posts were grouped, which says how <see cref="Name"/> is translated.</summary>
    /// <value>Defaults to <see cref="ReportGrouping.Other"/>: the name is shown as it is given.</value>
    public ReportGrouping By { get; init; }

    /// <summary>How many posts were compared.</summary>
    public required int Compared { get; init; }

    /// <summary>The median of their views at the report's basis: an interval where counters were rounded.</summary>
    /// <value><see langword="null"/> when none was compared.</value>
    public required Count? MedianViews { get; init; }

    /// <summary>
    /// The view rate by reach (ERR, also <i>VR</i>): the median, over the compared posts, of a post's views at the report's basis divided by the
    /// channel's subscribers when it was published.
    /// </summary>
    /// <value>0.25 is one view for four subscribers; <see langword="null"/> where the number of subscribers is not known for any of them.</value>
    public double? ViewsPerSubscriber { get; init; }

    /// <summary>
    /// The engagement rate by views (ER): the median, over the compared posts, of a post's reactions, poll votes and comments together, divided by its
    /// views, both as last known.
    /// </summary>
    /// <value>0.05 is one for twenty views; <see langword="null"/> where they are not known for any post, or it has no views.</value>
    public double? EngagementRate { get; init; }

    /// <summary>
    /// By how much such posts earn more or fewer views than the channel's own baseline, other things being equal: the same audience, and the same mixture
    /// of hours, weekdays and, where known, media, lengths and buttons. The baseline is the channel's typical post: the
    /// geometric mean of the groups' expected views, each group weighted with its number of compared posts.
    /// </summary>
    /// <remarks>
    /// For a tag: than the typical post, of the same kind and with the same other tags. The effect of a tag that only the posts of one kind have is hard to tell from that of the kind, which its interval shows. The 20 tags
    /// that most posts have are judged.
    /// </remarks>
    /// <value><see langword="null"/> when there is too little to judge by: fewer than three posts of the group, or, for a tag, fewer than three without it.</value>
    public ViewEffect? Effect { get; init; }

    /// <summary>How many posts were not compared, by reason. Reasons that did not occur are absent.</summary>
    public IReadOnlyDictionary<LeftOutReason, int> LeftOut { get; init; } = new Dictionary<LeftOutReason, int>();

    /// <summary>All posts of the group: those compared and those left out.</summary>
    public int Posts => Compared + LeftOut.Values.Sum();

    /// <summary>The name in English, Italian, Spanish, Russian or Arabic; names of the host's own (kinds, tags) as they were given.</summary>
    /// <param name="culture">The language; <see langword="null"/>, and any other language, for English.</param>
    public string NameIn(CultureInfo? culture) => ReportWords.For(culture).Name(this);
}
