using System.Globalization;

namespace TelegramMarketing.Statistics;

/// <summary>Puts a verdict into words.</summary>
internal static class VerdictText
{
    public static string Write(EditorialVerdict verdict, CultureInfo culture) => verdict.Outcome switch
    {
        VerdictOutcome.Winner or VerdictOutcome.Difference => string.Create(
            culture, $"{verdict.Kind} earns {verdict.Effect!.Value.Ratio:0.0} times the views of {verdict.Other} ({verdict.Effect.Value.Low:0.0} to {verdict.Effect.Value.High:0.0}, {verdict.Posts} and {verdict.OtherPosts} posts)."),
        VerdictOutcome.NotEnough => string.Create(culture, $"Not enough yet: about {verdict.NeededPosts} more posts of the kind {verdict.NeededKind} are needed."),
        _ => "There is nothing to compare yet.",
    };
}
