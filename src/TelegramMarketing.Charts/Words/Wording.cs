using System.Globalization;

namespace TelegramMarketing.Charts.Words;

/// <summary>The words of pictures and pages in one language, beside those that a report has itself.</summary>
internal sealed partial record Wording
{
    /// <summary>"23 posts".</summary>
    public required Plural Posts { get; init; }

    public required string KindsTitle { get; init; }

    public required string Effect { get; init; }

    public required string EffectNote { get; init; }

    public required string GrowthTitle { get; init; }

    public required string GrowthNote { get; init; }

    public required string WeekTitle { get; init; }

    /// <summary>With the time zone as <c>{0}</c>.</summary>
    public required string WeekNote { get; init; }

    public required string AudienceTitle { get; init; }

    public required string NoKinds { get; init; }

    public required string NoGrowth { get; init; }

    public required string NoWeek { get; init; }

    public required string NoAudience { get; init; }

    /// <summary>"3 h".</summary>
    public required string Hours { get; init; }

    /// <summary>"7 d".</summary>
    public required string Days { get; init; }

    public required Plural NotDrawn { get; init; }

    /// <summary>The heading of a page.</summary>
    public required string PageTitle { get; init; }

    public required string Answers { get; init; }

    public required string Pictures { get; init; }

    public required string Tables { get; init; }

    public required string LeftOutTitle { get; init; }

    public required string NothingLeftOut { get; init; }

    public required string HowTitle { get; init; }

    /// <summary>How to read the page, a sentence or two each.</summary>
    public required IReadOnlyList<string> How { get; init; }

    /// <summary>With the date as <c>{0}</c>.</summary>
    public required string MadeAt { get; init; }

    /// <summary>The words for a culture; English where there are none in its language.</summary>
    public static Wording For(CultureInfo? culture) => culture?.TwoLetterISOLanguageName switch
    {
        "ar" => Arabic,
        "es" => Spanish,
        "it" => Italian,
        "ru" => Russian,
        _ => English,
    };
}
