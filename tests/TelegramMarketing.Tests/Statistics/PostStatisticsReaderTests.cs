using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Snapshooter.Xunit;
using TelegramMarketing.Hosting;
using TelegramMarketing.Statistics;
using TelegramMarketing.Statistics.Collecting;
using TelegramMarketing.Storage;
using TelegramMarketing.Time;

namespace TelegramMarketing.Tests.Statistics;

public sealed class PostStatisticsReaderTests
{
    private const ViewSourceCapabilities All = ViewSourceCapabilities.Posts | ViewSourceCapabilities.Channels | ViewSourceCapabilities.Subscribers;
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
    private static readonly ChannelAddress Channel = ChannelAddress.FromUsername("panetteria");
    private readonly PublishedPosts _published = new();

    [Fact]
    public async Task GetPost_PublishedByTheLibrary_HasKindAndTags()
    {
        _published.Add(PostKind.Promotion, 5);

        var post = await Statistics(new ScriptedSource("a", All, Post(5, 10, 100))).GetPostAsync(new PostReference(Channel, 5));

        post.Kind.Should().Be(PostKind.Promotion);
        post.Tags.Should().Equal("tag");
        post.ContinuationOf.Should().BeNull();
    }

    [Fact]
    public async Task GetPost_NotPublishedByTheLibrary_HasNoKind() =>
        (await Statistics(new ScriptedSource("a", All, Post(5, 10, 100))).GetPostAsync(new PostReference(Channel, 5))).Kind.Should().BeNull();

    [Fact]
    public async Task GetPost_FirstSourceDoesNotShowIt_AsksTheNext()
    {
        var statistics = Statistics(new ScriptedSource("a", All), new ScriptedSource("b", ViewSourceCapabilities.Subscribers), new ScriptedSource("c", All, Post(5, 10, 100)));

        (await statistics.GetPostAsync(new PostReference(Channel, 5))).Availability.Should().Be(PostAvailability.Available);
        (await statistics.GetPostAsync(new PostReference(Channel, 6))).Availability.Should().Be(PostAvailability.NotFound);
    }

    [Fact]
    public async Task GetPost_FirstSourceCannotBeReached_AsksTheNextAndFailsOnlyWhenNoneAnswers()
    {
        var failing = new ScriptedSource("a", All) { Failure = new TelegramMarketingException(TelegramMarketingError.Unreachable, "No answer.") };

        (await Statistics(failing, new ScriptedSource("b", All, Post(5, 10, 100))).GetPostAsync(new PostReference(Channel, 5))).Availability.Should().Be(PostAvailability.Available);
        await FluentActions.Awaiting(() => Statistics(failing).GetPostAsync(new PostReference(Channel, 5))).Should().ThrowAsync<TelegramMarketingException>();
    }

    [Fact]
    public async Task GetPost_PrivateChannel_AsksOnlySourcesThatReadThose()
    {
        var post = new PostReference(ChannelAddress.FromId(-1001700000042), 5);
        var exact = Post(5, 10, 100) with { Post = post };

        (await Statistics(new ScriptedSource("a", All, exact)).GetPostAsync(post)).Availability.Should().Be(PostAvailability.PrivateChannel);
        (await Statistics(new ScriptedSource("a", All | ViewSourceCapabilities.PrivateChannels, exact)).GetPostAsync(post)).Availability.Should().Be(PostAvailability.Available);
    }

    [Fact]
    public async Task GetPost_SourceOfAHostsOwn_IsUsedForAPrivateChannel()
    {
        var post = new PostReference(ChannelAddress.FromId(-1001700000042), 5);
        var export = new ExportedViews(new Dictionary<PostReference, long> { [post] = 321 }, Now);

        (await Statistics(new ScriptedSource("a", All), export).GetPostAsync(post)).Views!.ToString().Should().Be("321 (export, 2026-11-20 12:00:00Z)");
    }

    [Fact]
    public async Task GetChannel_ServiceMessages_AreLeftOut()
    {
        var service = new PostStatistics { Post = new PostReference(Channel, 2), Availability = PostAvailability.ServiceMessage };

        var posts = await ListAsync(Statistics(new ScriptedSource("a", All, Post(3, 10, 100), service, Post(1, 10, 100))));

        posts.Select(post => post.Post.MessageId).Should().Equal(3, 1);
    }

    [Fact]
    public async Task GetChannel_NoSourceCan_SaysWhatIsNeeded()
    {
        var thrown = await FluentActions.Awaiting(() => ListAsync(Statistics(new ScriptedSource("a", ViewSourceCapabilities.Posts))))
            .Should().ThrowAsync<TelegramMarketingException>();

        thrown.Which.Error.Should().Be(TelegramMarketingError.NoPublicPage);
    }

    [Fact]
    public void GetChannel_PeriodThatEndsBeforeItStarts_IsRefusedAtOnce() =>
        FluentActions.Invoking(() => Statistics().GetChannelAsync(Channel, Now, Now.AddTicks(-1))).Should().Throw<ArgumentException>();

    [Fact]
    public async Task GetSubscribers_FirstSourceDoesNotKnow_AsksTheNext()
    {
        var reading = new Reading(Count.Exact(42), "b", Now, TimeSpan.Zero);

        (await Statistics(new ScriptedSource("a", All), new ScriptedSource("b", All) { Subscribers = reading }).GetSubscribersAsync(Channel)).Should().Be(reading);
        (await Statistics().GetSubscribersAsync(Channel)).Should().BeNull();
    }

    [Fact]
    public async Task GetReport_MaturePosts_AreComparedAndTheRestIsLeftOutWithItsReason()
    {
        _published.Add(PostKind.News, 1).Add(PostKind.News, 2).Add(PostKind.News, 3).Add(PostKind.Promotion, 4, 5).Add(PostKind.Promotion, 6).Add(PostKind.Event, 7).Add(PostKind.Event, 8);

        var report = await ReportAsync(
            Post(1, 10, 100), Post(2, 9, 300), Post(3, 8, 120),
            Post(4, 7, 500), Post(5, 7, 1), Post(6, 2, 9_000),
            Post(7, 20, null), Post(8, 20, 70) with { PublishedAt = null },
            Post(9, 30, 5), Post(10, 30, 7_000) with { ForwardedFrom = "Somebody" });

        report.Basis.Should().Be(ComparisonBasis.Mature);
        report.Kinds.Select(kind => (kind.Name, kind.Posts, kind.Compared, kind.MedianViews?.Value)).Should().Equal(
            ("Promotion", 3, 1, 500), ("News", 3, 3, 120), ("Event", 2, 0, null), ("Unclassified", 2, 1, 5));
        report.Kinds[0].LeftOut.Should().Equal(new Dictionary<LeftOutReason, int> { [LeftOutReason.Continuation] = 1, [LeftOutReason.TooYoung] = 1 });
        report.Kinds[2].LeftOut.Should().Equal(new Dictionary<LeftOutReason, int> { [LeftOutReason.ViewsUnknown] = 1, [LeftOutReason.AgeUnknown] = 1 });
        report.Kinds[3].LeftOut.Should().Equal(new Dictionary<LeftOutReason, int> { [LeftOutReason.Forwarded] = 1 });
        report.ToText().MatchSnapshot();
    }

    [Fact]
    public async Task GetReport_NoMaturePost_ComparesThoseOfAtLeastADay()
    {
        _published.Add(PostKind.News, 1).Add(PostKind.Promotion, 2);

        var report = await ReportAsync(Post(1, 2, 100), Post(2, 1, 50), Post(3, 0, 1_000));

        report.Basis.Should().Be(ComparisonBasis.AtLeastOneDay);
        report.Kinds.Select(kind => (kind.Name, kind.Compared)).Should().Equal(("News", 1), ("Promotion", 1), ("Unclassified", 0));
    }

    [Fact]
    public async Task GetReport_NothingOldEnough_ComparesNothingAndSaysSo()
    {
        var report = await ReportAsync(Post(1, 0, 100), Post(2, 90, null));

        report.Basis.Should().Be(ComparisonBasis.None);
        report.Kinds.Should().ContainSingle().Which.MedianViews.Should().BeNull();
        report.BasisText.Should().Contain("nothing");
    }

    [Fact]
    public async Task GetReport_StaleFigure_CountsAsYoungAsItCanHaveBeen()
    {
        var post = Post(1, 7, 100) with { Views = new Reading(Count.Exact(100), "a", Now, TimeSpan.FromMinutes(1)) };

        (await ReportAsync(post)).Basis.Should().Be(ComparisonBasis.AtLeastOneDay);
    }

    [Fact]
    public async Task GetReport_RoundedCounters_GiveAnIntervalAsMedian()
    {
        var rounded = new Reading(Count.Rounded(1_200, 1_195, 1_209, "1.2K"), "a", Now, TimeSpan.Zero);

        var report = await ReportAsync(Post(1, 10, 0) with { Views = rounded });

        report.Kinds[0].MedianViews!.Value.Should().BeEquivalentTo(new { Low = 1_195L, High = 1_209L, IsExact = false });
        report.ToText().Should().Contain("1,195 to 1,209");
    }

    [Fact]
    public async Task GetReport_KindsThatDifferInCaseOnly_AreOne()
    {
        _published.Add(PostKind.Of("Recipe"), 1).Add(PostKind.Of("RECIPE"), 2);

        (await ReportAsync(Post(1, 10, 1), Post(2, 10, 2))).Kinds.Should().ContainSingle();
    }

    [Fact]
    public async Task GetReport_AlbumWithAFollowUp_IsOnePost()
    {
        _published.Add(PostKind.Event, 10, 11, 12);

        var report = await ReportAsync(Post(10, 10, 100) with { AlbumMessageIds = [10, 11] }, Post(12, 10, 90));

        report.Kinds.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Compared = 1, Posts = 2 });
        report.Kinds[0].MedianViews!.Value.Value.Should().Be(100);
    }

    private static PostStatistics Post(int id, int daysOld, long? views) => new()
    {
        Post = new PostReference(Channel, id),
        Availability = PostAvailability.Available,
        PublishedAt = Now.AddDays(-daysOld),
        Views = views is { } count ? new Reading(Count.Exact(count), "a", Now, TimeSpan.Zero) : null,
    };

    private PostStatisticsReader Statistics(params IViewSource[] sources)
    {
        var context = new BotContext("", new TelegramMarketingOptions(), new Clock(new FakeTimeProvider(Now)), new Chance(), null!, NullLoggerFactory.Instance);
        var nothingIsCollected = new CollectedStatistics(new CollectedChannels([], null!), new MemoryStatisticsStore(1));
        return new PostStatisticsReader(context, sources, new PostKinds(_published, [], null, NullLogger.Instance), nothingIsCollected);
    }

    private Task<EditorialReport> ReportAsync(params PostStatistics[] posts) =>
        Statistics(new ScriptedSource("a", All, posts)).GetReportAsync(Channel, Now.AddDays(-90), Now);

    private static async Task<List<PostStatistics>> ListAsync(PostStatisticsReader statistics)
    {
        var posts = new List<PostStatistics>();
        await foreach (var post in statistics.GetChannelAsync(Channel, Now.AddDays(-90), Now))
        {
            posts.Add(post);
        }

        return posts;
    }
}
