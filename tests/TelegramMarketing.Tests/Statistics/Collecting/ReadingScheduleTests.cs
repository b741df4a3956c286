using TelegramMarketing.Statistics.Collecting;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Tests.Statistics.Collecting;

/// <summary>When which post is read, and on which page.</summary>
public sealed class ReadingScheduleTests
{
    private static readonly DateTimeOffset _published = new(2027, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan[] _ages = [TimeSpan.FromHours(10), TimeSpan.FromHours(20), TimeSpan.FromHours(100)];

    [Fact]
    public void First_NewPost_IsDueWhenThreeQuartersOfTheWindowHavePassed()
    {
        var schedule = new ReadingSchedule(_ages, 0.1);
        schedule.Add(Post(5), [], _published);

        schedule.First()!.Value.At.Should().Be(_published.AddHours(10.5));
        schedule.EndOfWindow(schedule.Posts[0]).Should().Be(_published.AddHours(11));
    }

    [Theory]
    [InlineData(8.9, false)]
    [InlineData(9, true)]
    [InlineData(11, true)]
    [InlineData(11.1, false)]
    [InlineData(-1, false)]
    public void Serve_Reading_CountsOnlyWithinTheTolerance(double hours, bool counts)
    {
        var schedule = new ReadingSchedule(_ages, 0.1);
        var post = schedule.Add(Post(5), [], _published)!;

        schedule.IsOpen(post, _published.AddHours(hours)).Should().Be(counts);
        schedule.Serve(post, _published.AddHours(hours)).Should().Be(counts);
        schedule.Serve(post, _published.AddHours(hours)).Should().BeFalse("it is served once");
        schedule.First()!.Value.At.Should().Be(_published.AddHours(counts ? 21 : 10.5));
    }

    [Fact]
    public void Add_WithReadingsAndWindowsThatArePast_WaitsOnlyForWhatIsLeft()
    {
        var schedule = new ReadingSchedule(_ages, 0.1);

        schedule.Add(Post(5), [_published.AddHours(10)], closedUntil: _published.AddHours(12));
        schedule.Add(Post(6), [], closedUntil: _published.AddHours(30));
        schedule.Add(Post(7), [], closedUntil: _published.AddHours(200)).Should().BeNull("its last window has ended");
        schedule.Add(Post(8) with { GoneAt = _published.AddHours(1) }, [], _published).Should().BeNull();
        schedule.Add(Post(9) with { PublishedAt = null }, [], _published).Should().BeNull();

        schedule.Posts.Select(post => schedule.DueAt(post)).Should().Equal(_published.AddHours(21), _published.AddHours(105));
        schedule.TakeMissed(_published.AddHours(30)).Should().BeTrue("of the first post the second age has passed");
        schedule.TakeMissed(_published.AddHours(30)).Should().BeFalse("it is told once");
    }

    [Fact]
    public void TakeMissed_PostBeyondItsLastAge_IsForgotten()
    {
        var schedule = new ReadingSchedule(_ages, 0.1);
        schedule.Add(Post(5), [], _published);

        schedule.TakeMissed(_published.AddHours(111)).Should().BeTrue();

        schedule.Posts.Should().BeEmpty();
        schedule.First().Should().BeNull();
    }

    [Fact]
    public void TryFind_ItemOfAnAlbum_IsItsPost()
    {
        var schedule = new ReadingSchedule(_ages, 0.1);
        var album = schedule.Add(Post(5) with { AlbumIds = [5, 6, 7] }, [], _published);

        schedule.TryFind(Shown(6), out var found).Should().BeTrue();
        found.Should().BeSameAs(album);
        schedule.TryFind(Shown(8), out _).Should().BeFalse();
    }

    [Fact]
    public void Choose_PostAmongTheLatestTwenty_IsTheLatestPage()
    {
        var posts = Posts(40);

        PagePlan.Choose(posts, posts[20], _ => true).Should().BeNull();
        PagePlan.Choose(posts, posts[19], _ => true).Should().NotBeNull();
    }

    [Fact]
    public void Choose_OlderPost_IsThePageThatServesMost()
    {
        var posts = Posts(100);
        int[] open = [30, 31, 32, 33, 45, 46, 47];

        // The page before message 50 shows 30 to 49: all of them.
        PagePlan.Choose(posts, posts[29], post => open.Contains(post.Post.MessageId)).Should().Be(50);
        PagePlan.Choose(posts, posts[29], post => post.Post.MessageId is >= 12 and <= 30).Should().Be(32, "it shows 12 to 31");
    }

    [Fact]
    public void Choose_Albums_CountAsTheirItems()
    {
        IList<TrackedPost> posts = [.. Enumerable.Range(0, 10).Select(number => Tracked(Post(1 + (10 * number)) with { AlbumIds = [.. Enumerable.Range(1 + (10 * number), 10)] }))];

        PagePlan.Choose(posts, posts[8], _ => true).Should().BeNull("two albums of ten fill the latest page");
        PagePlan.Choose(posts, posts[4], _ => true).Should().Be(61, "the page shows the fifth and the sixth album");
    }

    private static IList<TrackedPost> Posts(int count) => [.. Enumerable.Range(1, count).Select(id => Tracked(Post(id)))];

    private static TrackedPost Tracked(CollectedPost post) => new(post, _published);

    private static CollectedPost Post(int messageId) => new() { MessageId = messageId, PublishedAt = _published, SeenAt = _published };

    private static PostStatistics Shown(int messageId) => new() { Post = new PostReference(ChannelAddress.Parse("@my_shop"), messageId), Availability = PostAvailability.Available };
}
