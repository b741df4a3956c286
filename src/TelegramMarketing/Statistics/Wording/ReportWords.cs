using System.Globalization;

namespace TelegramMarketing.Statistics;

/// <summary>The words of a report in one language.</summary>
internal sealed partial record ReportWords
{
    private static readonly Dictionary<string, ReportWords> _byLanguage = new(StringComparer.OrdinalIgnoreCase)
    {
        ["en"] = CreateEnglish(), ["it"] = CreateItalian(), ["es"] = CreateSpanish(), ["ru"] = CreateRussian(), ["ar"] = CreateArabic(),
    };

    public static ReportWords English => _byLanguage["en"];

    public required string Language { get; init; }

    public bool IsRightToLeft { get; init; }

    /// <summary>Monday first.</summary>
    public required IReadOnlyList<string> Weekdays { get; init; }

    /// <summary>In the order of <see cref="PostMediaType"/>.</summary>
    public required IReadOnlyList<string> Media { get; init; }

    /// <summary>In the order of <see cref="TextLength"/>.</summary>
    public required IReadOnlyList<string> Lengths { get; init; }

    /// <summary>Without, with.</summary>
    public required IReadOnlyList<string> Buttons { get; init; }

    public required KindWords News { get; init; }

    public required KindWords Promotion { get; init; }

    public required KindWords Event { get; init; }

    /// <summary>A kind of the host's own, by its name.</summary>
    public required Func<string, KindWords> OwnKind { get; init; }

    public required string Unclassified { get; init; }

    /// <summary>In the order of <see cref="ReportGrouping"/>.</summary>
    public required IReadOnlyList<string> Groupings { get; init; }

    public required string Posts { get; init; }

    public required string Compared { get; init; }

    public required string MedianViews { get; init; }

    public required string Effect { get; init; }

    public required string ViewsPerSubscriber { get; init; }

    public required string EngagementRate { get; init; }

    public required string LeftOut { get; init; }

    public required string Unknown { get; init; }

    public required string TooFew { get; init; }

    /// <summary>{0} to {1}.</summary>
    public required string Range { get; init; }

    /// <summary>{0} posts for {1} a reason.</summary>
    public required string LeftOutCount { get; init; }

    /// <summary>In the order of <see cref="LeftOutReason"/>.</summary>
    public required IReadOnlyList<string> LeftOutReasons { get; init; }

    /// <summary>Posts from {0} to {1}.</summary>
    public required string Period { get; init; }

    /// <summary>In the order of <see cref="ComparisonBasis"/>; {0} is the age.</summary>
    public required IReadOnlyList<string> Bases { get; init; }

    /// <summary>So many hours, and so many days.</summary>
    public required Func<long, string> Hours { get; init; }

    public required Func<long, string> Days { get; init; }

    /// <summary>{0} such posts earn {1} times the views of {2} ({3} the interval, {4} both numbers of posts).</summary>
    public required string Difference { get; init; }

    /// <summary>The same of the best kind and the next best.</summary>
    public required string Winner { get; init; }

    /// <summary>{0}, so many more of a kind, are needed.</summary>
    public required string NotEnough { get; init; }

    /// <summary>The same of a single one, where the verb needs another form.</summary>
    public string? NotEnoughOne { get; init; }

    /// <summary>The same where it is not sure, and no number of posts that is worth waiting for would make it so.</summary>
    public required string NoDifference { get; init; }

    public required string NothingToCompare { get; init; }

    /// <summary>Two numbers of posts.</summary>
    public required Func<long, long, string> TwoCounts { get; init; }

    public required string Effects { get; init; }

    /// <summary>The words of a culture's language; English where the library has none.</summary>
    public static ReportWords For(CultureInfo? culture) =>
        culture is not null && _byLanguage.TryGetValue(culture.TwoLetterISOLanguageName, out var words) ? words : English;

    public KindWords Kind(PostKind kind) =>
        kind == PostKind.News ? News : kind == PostKind.Promotion ? Promotion : kind == PostKind.Event ? Event : OwnKind(Isolated(kind.Name));

    public string Name(GroupSummary group) => group switch
    {
        KindSummary { Kind: { } kind } => kind == PostKind.News || kind == PostKind.Promotion || kind == PostKind.Event ? Kind(kind).Name : group.Name,
        KindSummary => Unclassified,
        { By: ReportGrouping.Weekday } => Translated(English.Weekdays, Weekdays, group.Name),
        { By: ReportGrouping.Media } => Translated(English.Media, Media, group.Name),
        { By: ReportGrouping.Length } => Translated(English.Lengths, Lengths, group.Name),
        { By: ReportGrouping.Buttons } => Translated(English.Buttons, Buttons, group.Name),
        _ => group.Name,
    };

    private static string Counted(long count, string of) => string.Create(CultureInfo.InvariantCulture, $"{count} {of}");

    private static string Translated(IReadOnlyList<string> from, IReadOnlyList<string> to, string name)
    {
        for (var index = 0; index < from.Count; index++)
        {
            if (string.Equals(from[index], name, StringComparison.Ordinal))
            {
                return to[index];
            }
        }

        return name;
    }

    // A name written in the other direction would pull the punctuation and numbers beside it to its own side.
    private string Isolated(string name) => name.Any(IsRightToLeftLetter) == IsRightToLeft ? name : $"\u2068{name}\u2069";

    private static bool IsRightToLeftLetter(char letter) => letter is >= '\u0590' and <= '\u08FF' or >= '\uFB1D' and <= '\uFDFF' or >= '\uFE70' and <= '\uFEFC';
}
