namespace TelegramMarketing.Storage.Tests.Contracts;

/// <summary>The reading of all posts of a period with all their readings.</summary>
public abstract partial class StatisticsStoreContract<TProvider>
{
    [SkippableFact]
    public async Task ReadViews_Period_GivesEachPostItsReadingsInOrder()
    {
        var store = Open().Statistics;
        var posts = Enumerable.Range(1, 50).Select(Post).ToArray();
        var views = posts.Where(post => post.MessageId % 7 != 0)
            .SelectMany(post => Enumerable.Range(1, post.MessageId).Select(hour => new PostReading(post.MessageId, At(hour + (24 * post.MessageId), Count.Exact(hour), staleness: 60)))).Reverse().ToArray();
        await store.SaveAsync(Shop, new() { Posts = posts, Views = views }, default);

        var read = new List<PostViews>();
        await foreach (var post in store.ReadViewsAsync(Shop, Post(3).PublishedAt!.Value, Post(41).PublishedAt!.Value, default))
        {
            read.Add(post);
        }

        read.Select(post => post.Post.MessageId).Should().Equal(Enumerable.Range(3, 38));
        read.Should().AllSatisfy(post => post.Views.Select(view => view.Views.Value).Should().Equal(
            post.Post.MessageId % 7 == 0 ? [] : Enumerable.Range(1, post.Post.MessageId).Select(hour => (long)hour)));
        read[5].Views[2].ObservedAt.Should().Be(_published.AddHours(3 + (24 * 8)));
        read[5].Views[2].TrueFrom.Should().Be(read[5].Views[2].ObservedAt.AddSeconds(-60));
    }

    [SkippableFact]
    public async Task ReadViews_ManyMessages_GivesEachPostOnceInOrder()
    {
        // So far apart that a database is read in two parts, one of which may be without posts.
        var store = Open().Statistics;
        int[] spread = [1, 2, 5_000, 5_001, 9_999, 10_000];
        await store.SaveAsync(
            Shop, new() { Posts = [.. spread.Select(Post)], Views = [.. spread.Select(post => new PostReading(post, At((24 * post) + 1, Count.Exact(post))))] }, default);

        (await ReadAsync(1, 10_001)).Should().Equal(1, 2, 5_000, 5_001, 9_999, 10_000);
        (await ReadAsync(2, 10_000)).Should().Equal(2, 5_000, 5_001, 9_999);
        (await ReadAsync(2, 5_001)).Should().Equal(2, 5_000);
        (await ReadAsync(5_002, 9_999)).Should().BeEmpty();

        async Task<List<long>> ReadAsync(int from, int to)
        {
            var read = new List<long>();
            await foreach (var (post, views) in store.ReadViewsAsync(Shop, Post(from).PublishedAt!.Value, Post(to).PublishedAt!.Value, default))
            {
                read.Add(views.Should().ContainSingle().Which.Views.Value);
                read[^1].Should().Be(post.MessageId);
            }

            return read;
        }
    }

    [SkippableFact]
    public async Task ReadViews_Cancelled_Stops()
    {
        var store = Open().Statistics;
        await store.SaveAsync(Shop, new() { Posts = [Post(1), Post(9_000)] }, default);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        var read = async () =>
        {
            await foreach (var _ in store.ReadViewsAsync(Shop, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, cancelled.Token))
            {
            }
        };

        await read.Should().ThrowAsync<OperationCanceledException>();
    }
}
