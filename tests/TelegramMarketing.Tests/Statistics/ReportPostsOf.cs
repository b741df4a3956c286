using TelegramMarketing.Statistics;

namespace TelegramMarketing.Tests.Statistics;

/// <summary>Makes posts and reports for tests.</summary>
internal static class ReportPostsOf
{
    public static DateTimeOffset Now { get; } = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    public static ReportPost Mature(PostKind? kind, long views, double daysOld = 10) => new()
    {
        MessageId = 1,
        PublishedAt = Now.AddDays(-daysOld),
        Kind = kind,
        Views = [At(Now, views)],
    };

    /// <summary>A post of 30 days ago, read at the given ages.</summary>
    public static ReportPost ReadAt(params (double Hours, long Views)[] readings) => new()
    {
        MessageId = 1,
        PublishedAt = Now.AddDays(-30),
        Kind = PostKind.News,
        Views = [.. readings.Select(reading => At(Now.AddDays(-30).AddHours(reading.Hours), reading.Views))],
    };

    public static ViewPoint At(DateTimeOffset time, long views) => new(time, time, Count.Exact(views));

    public static EditorialReport Report(params ReportPost[] posts) => Report(new ReportOptions(), posts);

    public static EditorialReport Report(ReportOptions options, IReadOnlyList<ReportPost> posts, params AudiencePoint[] audience) =>
        ReportBuilder.Build(ChannelAddress.FromUsername("panetteria"), Now.AddDays(-90), Now, Now, posts, options, audience);
}
