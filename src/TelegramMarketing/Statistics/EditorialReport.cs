using TelegramMarketing.Statistics;

namespace TelegramMarketing;

/// <summary>Which kinds of post earned how many views over a period, among comparable posts.</summary>
public sealed record EditorialReport
{
    /// <summary>The channel.</summary>
    public required ChannelAddress Channel { get; init; }

    /// <summary>The start of the period, included.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>The end of the period, not included.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>When the report was made.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Which posts were compared.</summary>
    public required ComparisonBasis Basis { get; init; }

    /// <summary>The kinds, highest median first; kinds without a median and unclassified posts come last.</summary>
    public required IReadOnlyList<KindSummary> Kinds { get; init; }

    /// <summary><see cref="Basis"/> in words.</summary>
    public string BasisText => Basis switch
    {
        ComparisonBasis.Mature => "Compared: posts at least 7 days old, whose views hardly grow any more.",
        ComparisonBasis.AtLeastOneDay => "Compared: posts at least 24 hours old, since none is 7 days old yet. Their ages differ, so this is a first impression.",
        _ => "Compared: nothing, since no post with known views is 24 hours old yet.",
    };

    /// <summary>The report as a plain table in English.</summary>
    public string ToText() => ReportText.Write(this);
}
