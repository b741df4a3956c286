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

    /// <summary>The age at which posts were compared, where <see cref="Basis"/> is <see cref="ComparisonBasis.EqualAge"/>.</summary>
    public TimeSpan? Age { get; init; }

    /// <summary>The time zone of weekdays and hours.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>What can be said about the kinds, the most useful first; never empty in a report that the library made.</summary>
    public IReadOnlyList<EditorialVerdict> Verdicts { get; init; } = [];

    /// <summary>By tag, most posts first. A post with several tags stands in several groups.</summary>
    public IReadOnlyList<GroupSummary> Tags { get; init; } = [];

    /// <summary>By weekday, Monday first.</summary>
    public IReadOnlyList<GroupSummary> Weekdays { get; init; } = [];

    /// <summary>By hour of the day, 0 first.</summary>
    public IReadOnlyList<GroupSummary> Hours { get; init; } = [];

    /// <summary>By what the posts show: text, photo, video, album.</summary>
    public IReadOnlyList<GroupSummary> Media { get; init; } = [];

    /// <summary>By length of the text.</summary>
    public IReadOnlyList<GroupSummary> Lengths { get; init; } = [];

    /// <summary>With buttons and without.</summary>
    public IReadOnlyList<GroupSummary> Buttons { get; init; } = [];

    /// <summary>By hour of the week; hours without a post are absent.</summary>
    public IReadOnlyList<WeekHour> Week { get; init; } = [];

    /// <summary>How views grow with age, by kind.</summary>
    public IReadOnlyList<AgeCurve> Growth { get; init; } = [];

    /// <summary>The audience over the period, earliest first.</summary>
    public IReadOnlyList<AudiencePoint> Audience { get; init; } = [];

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
