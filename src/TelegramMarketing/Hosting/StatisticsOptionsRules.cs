using TelegramMarketing.Statistics.Collecting;

namespace TelegramMarketing.Hosting;

/// <summary>What must hold for the options of the statistics.</summary>
internal static class StatisticsOptionsRules
{
    private static readonly TimeSpan LongestAge = TimeSpan.FromDays(3_650);
    private static readonly TimeSpan LongestKept = TimeSpan.FromDays(365_000);

    public static void Check(StatisticsOptions options, List<string> failures)
    {
        void Require(bool holds, string property, object? value, string remedy)
        {
            if (!holds)
            {
                failures.Add($"Statistics.{property} is {value}: {remedy}.");
            }
        }

        foreach (var age in options.Ages)
        {
            Require(age >= TimeSpan.FromMinutes(1) && age <= LongestAge, nameof(options.Ages), age, "an age is 1 minute to 3,650 days");
        }

        Require(options.Ages.Count <= StatisticsAges.Most, nameof(options.Ages), $"a list of {options.Ages.Count}", $"use at most {StatisticsAges.Most} ages");
        Require(options.Tolerance is >= 0.01 and <= 0.5, nameof(options.Tolerance), options.Tolerance, "use 0.01 to 0.5, as a part of the age");
        Require(options.LookEvery >= TimeSpan.FromMinutes(1) && options.LookEvery <= TimeSpan.FromDays(1), nameof(options.LookEvery), options.LookEvery, "use 1 minute to 1 day");
        Require(options.ReadBack >= TimeSpan.Zero && options.ReadBack <= LongestAge, nameof(options.ReadBack), options.ReadBack, "use zero to 3,650 days");
        Require(options.KeepFor is null || (options.KeepFor >= TimeSpan.FromDays(1) && options.KeepFor <= LongestKept), nameof(options.KeepFor), options.KeepFor, "use 1 day to 1,000 years, or null to keep everything");
        Require(options.Channels.Distinct().Count() == options.Channels.Count, nameof(options.Channels), "a list that names a channel twice", "name each channel once");
        foreach (var rule in options.Kinds)
        {
            CheckRule(rule, failures);
        }
    }

    private static void CheckRule(KindRule rule, List<string> failures)
    {
        try
        {
            PostKind.Of(rule.Kind);
        }
        catch (ArgumentException exception)
        {
            failures.Add($"Statistics.Kinds has a rule whose Kind is \"{rule.Kind}\": {exception.Message}");
        }

        if (rule.Hashtags.Count + rule.Words.Count == 0)
        {
            failures.Add($"Statistics.Kinds has a rule for {rule.Kind} without hashtags and words, which would fit nothing. Add some, or remove it.");
        }

        if (rule.Hashtags.Any(hashtag => string.IsNullOrWhiteSpace(hashtag.TrimStart('#'))) || rule.Words.Any(string.IsNullOrWhiteSpace))
        {
            failures.Add($"Statistics.Kinds has a rule for {rule.Kind} with an empty hashtag or word, which would fit every post. Remove it.");
        }
    }
}
