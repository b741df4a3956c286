using static TelegramMarketing.Tests.Statistics.ReportPostsOf;

namespace TelegramMarketing.Tests.Statistics;

public sealed class ReportGroupsTests
{
    [Fact]
    public void Report_PostsWithAllProperties_AreGroupedByEach()
    {
        var monday = new DateTimeOffset(2026, 11, 2, 21, 30, 0, TimeSpan.Zero);
        var photo = Mature(PostKind.News, 100) with { PublishedAt = monday, Tags = ["Pane", "pane"], Media = PostMediaType.Photo, Length = 150, HasButtons = true };
        var text = Mature(PostKind.Event, 300) with { PublishedAt = monday.AddHours(5), Tags = ["pane", "dolci"], Media = PostMediaType.None, Length = 601, HasButtons = false };

        var report = Report(new ReportOptions { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome") }, [photo, text]);

        Names(report.Tags).Should().Equal(("Pane", 2, 200), ("dolci", 1, 300));
        Names(report.Weekdays).Should().Equal(("Monday", 1, 100), ("Tuesday", 1, 300));
        Names(report.Hours).Should().Equal(("03:00", 1, 300), ("22:00", 1, 100));
        Names(report.Media).Should().Equal(("Text", 1, 300), ("Photo", 1, 100));
        Names(report.Lengths).Should().Equal(("Up to 200 characters", 1, 100), ("Over 600 characters", 1, 300));
        Names(report.Buttons).Should().Equal(("Without buttons", 1, 300), ("With buttons", 1, 100));
        report.Week.Should().Equal(new WeekHour(DayOfWeek.Monday, 22, 1, Count.Exact(100)), new WeekHour(DayOfWeek.Tuesday, 3, 1, Count.Exact(300)));
    }

    [Fact]
    public void Report_NothingKnownButViews_HasNoFurtherGroups()
    {
        var report = Report(Mature(null, 100));

        report.Kinds.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Name = "Unclassified", Compared = 1, ViewsPerSubscriber = (double?)null, EngagementRate = (double?)null });
        (report.Tags.Count, report.Media.Count, report.Lengths.Count, report.Buttons.Count).Should().Be((0, 0, 0, 0));
    }

    [Fact]
    public void Report_SubscribersAndEngagement_GiveTheMiddleOfTheRates()
    {
        var report = Report(
            Mature(PostKind.News, 100) with { Subscribers = 1_000, Engagement = 5 },
            Mature(PostKind.News, 300) with { Subscribers = 1_000, Engagement = 30 },
            Mature(PostKind.News, 500) with { Subscribers = 1_000 },
            Mature(PostKind.News, 0) with { Subscribers = 0, Engagement = 0 });

        report.Kinds[0].ViewsPerSubscriber.Should().BeApproximately(0.3, 1e-12);
        report.Kinds[0].EngagementRate.Should().BeApproximately(0.075, 1e-12);
    }

    [Fact]
    public void Report_AudienceSamples_TellTheSubscribersOfAPost()
    {
        AudiencePoint Sample(int daysAgo, long subscribers) => new(Now.AddDays(-daysAgo), Count.Exact(subscribers));

        double? Rate(double daysOld) => Report(new ReportOptions(), [Mature(PostKind.News, 100, daysOld)], Sample(10, 2_000), Sample(20, 1_000)).Kinds[0].ViewsPerSubscriber;

        Rate(15).Should().BeApproximately(100 / 1_500.0, 1e-12);
        Rate(8).Should().BeApproximately(100 / 2_000.0, 1e-12, "within a week of a sample the audience is taken to stand still");
        Rate(40).Should().BeNull();
    }

    [Fact]
    public void Report_Readings_GiveCurvesOfGrowthByKind()
    {
        var report = Report(ReadAt((3, 10), (24, 100), (48, 120)), ReadAt((24, 300)));

        report.Growth.Should().ContainSingle().Which.Points.Select(point => (point.Age.TotalHours, point.Posts, point.MedianViews.Value))
            .Should().Equal((3, 1, 10), (24, 2, 200), (48, 1, 120));
    }

    [Fact]
    public void Report_NoPosts_IsEmptyAndSaysSo()
    {
        var report = Report();

        report.Basis.Should().Be(ComparisonBasis.None);
        report.Kinds.Should().BeEmpty();
        report.ToText().Should().Contain("nothing");
    }

    private static IEnumerable<(string, int, long?)> Names(IEnumerable<GroupSummary> groups) => groups.Select(group => (group.Name, group.Posts, group.MedianViews?.Value));
}
