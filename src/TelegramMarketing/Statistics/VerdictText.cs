using System.Globalization;

namespace TelegramMarketing.Statistics;

/// <summary>Puts a verdict into words.</summary>
internal static class VerdictText
{
    public static string Write(EditorialVerdict verdict, CultureInfo? culture)
    {
        var words = ReportWords.For(culture);
        return verdict switch
        {
            { Outcome: VerdictOutcome.Winner } => Comparison(words.Winner),
            { Outcome: VerdictOutcome.Difference } => Comparison(words.Difference),
            { NeededKind: { } kind, NeededPosts: { } posts } => string.Format(culture, posts == 1 ? words.NotEnoughOne ?? words.NotEnough : words.NotEnough, words.Kind(kind).More(posts)),
            { Outcome: VerdictOutcome.NotEnough, Effect: not null } => Comparison(words.NoDifference),
            _ => words.NothingToCompare,
        };

        string Comparison(string pattern)
        {
            if (verdict is not { Kind: { } kind, Other: { } other, Effect: { } effect })
            {
                return words.NothingToCompare;
            }

            var numbers = new EffectText(culture ?? CultureInfo.InvariantCulture, effect);
            return string.Format(
                culture ?? CultureInfo.InvariantCulture,
                pattern,
                words.Kind(kind).Subject,
                numbers.Ratio,
                words.Kind(other).Compared,
                string.Format(culture, words.Range, numbers.Low, numbers.High),
                words.TwoCounts(verdict.Posts, verdict.OtherPosts));
        }
    }
}
