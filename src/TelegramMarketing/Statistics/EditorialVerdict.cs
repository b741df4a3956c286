using System.Globalization;
using TelegramMarketing.Statistics;

namespace TelegramMarketing;

/// <summary>What can be said about the kinds of post, adjusted for how many comparisons were made.</summary>
public sealed record EditorialVerdict
{
    /// <summary>What is said.</summary>
    public required VerdictOutcome Outcome { get; init; }

    /// <summary>The kind that earns more, or that seems to.</summary>
    /// <value><see langword="null"/> when there is nothing to compare.</value>
    public PostKind? Kind { get; init; }

    /// <summary>The kind that it is compared with.</summary>
    public PostKind? Other { get; init; }

    /// <summary>The views of <see cref="Kind"/> in those of <see cref="Other"/>, with the 95 % interval.</summary>
    public ViewEffect? Effect { get; init; }

    /// <summary>Posts of <see cref="Kind"/> that were compared.</summary>
    public int Posts { get; init; }

    /// <summary>Posts of <see cref="Other"/> that were compared.</summary>
    public int OtherPosts { get; init; }

    /// <summary>Of which kind more posts are needed before it can be told.</summary>
    /// <value><see langword="null"/> when none are.</value>
    public PostKind? NeededKind { get; init; }

    /// <summary>About how many more posts of <see cref="NeededKind"/> are needed, if the difference is what it seems to be.</summary>
    /// <value><see langword="null"/> when no number that is worth waiting for would do.</value>
    public int? NeededPosts { get; init; }

    /// <summary>The verdict in words, in English, Italian, Spanish, Russian or Arabic; English for any other culture.</summary>
    /// <param name="culture">The language, and how numbers are written; <see langword="null"/> for English.</param>
    public string ToText(CultureInfo? culture = null) => VerdictText.Write(this, culture);

    /// <summary>The verdict in English.</summary>
    public override string ToString() => ToText();
}
