namespace TelegramMarketing.Statistics.Collecting;

/// <summary>The ages at which posts are read.</summary>
internal static class StatisticsAges
{
    /// <summary>As many bits as a tracked post has.</summary>
    public const int Most = 32;

    private static readonly TimeSpan[] Usual =
    [
        TimeSpan.FromHours(3), TimeSpan.FromHours(6), TimeSpan.FromHours(12), TimeSpan.FromHours(24), TimeSpan.FromHours(48), TimeSpan.FromDays(7), TimeSpan.FromDays(30),
    ];

    /// <summary>The ages, ascending.</summary>
    public static TimeSpan[] Of(StatisticsOptions options) => options.Ages.Count == 0 ? Usual : [.. options.Ages.Distinct().Order()];
}
