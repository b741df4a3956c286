using System.Globalization;
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

    /// <summary><see cref="Basis"/> in words, in English.</summary>
    public string BasisText => DescribeBasis();

    /// <summary><see cref="Basis"/> in words, in English, Italian, Spanish, Russian or Arabic.</summary>
    /// <param name="culture">The language; <see langword="null"/>, and any other language, for English.</param>
    public string DescribeBasis(CultureInfo? culture = null) => ReportText.Basis(this, culture);

    /// <summary>The report as plain tables in English, Italian, Spanish, Russian or Arabic: the verdicts, the kinds, and the groups of which there are at least two.</summary>
    /// <param name="culture">The language, and how numbers are written; English words for any other language; <see langword="null"/> for English.</param>
    /// <remarks>
    /// Columns are aligned by the width that letters take on a console, where an emoji or a letter of East Asia takes two. Of tags the twenty most used are
    /// shown. Arabic lines carry marks that keep them right to left.
    /// </remarks>
    public string ToText(CultureInfo? culture = null) => ReportText.Write(this, culture ?? CultureInfo.InvariantCulture);
}
