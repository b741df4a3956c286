using TelegramMarketing.Storage.Tests.Providers;

namespace TelegramMarketing.Storage.Tests.Contracts;

/// <summary>What every store of statistics does.</summary>
public abstract partial class StatisticsStoreContract<TProvider> : StoreContract<TProvider>
    where TProvider : StoreProvider, new()
{
    private static readonly DateTimeOffset _published = new(2027, 2, 1, 8, 0, 0, TimeSpan.Zero);

    [SkippableFact]
    public async Task Save_PostAndReadings_AreReadBackAsTheyWere()
    {
        var store = Open().Statistics;
        var post = Post(5) with
        {
            AlbumIds = [5, 6, 7],
            Kind = PostKind.Promotion,
            KindSource = KindSource.Rule,
            Tags = ["spring", "a,b"],
            Signature = "Lucia",
            Media = PostMediaType.Album,
            Length = 120,
            HasButtons = false,
            ForwardedFrom = "Somebody",
            ContinuationOf = 4,
            GoneAt = _published.AddDays(3),
        };
        Reading[] views = [At(3, Count.Exact(844)), At(24, Count.Rounded(1_200, 1_195, 1_209, "1.2K"), staleness: 30)];
        await store.SaveAsync(Shop, new() { Posts = [post], Views = [.. views.Select(view => new PostReading(5, view))], LookedAt = _published, CoveredFrom = _published.AddDays(-1) }, default);

        var other = Open().Statistics;
        (await other.FindPostAsync(Shop, 6, default)).Should().BeEquivalentTo(post);
        (await other.FindPostAsync(Shop, 8, default)).Should().BeNull();
        (await other.LoadViewsAsync(Shop, 5, default)).Should().Equal(views);
        (await other.FindChannelAsync(Shop, default)).Should().Be(new CollectedChannel(_published, _published.AddDays(-1)));
        (await other.FindChannelAsync("@other", default)).Should().BeNull();
        (await other.FindPostAsync("@other", 5, default)).Should().BeNull();
        (await Open("brand-b").Statistics.FindPostAsync(Shop, 5, default)).Should().BeNull();
    }

    [SkippableFact]
    public async Task Save_ThreadOfComments_IsFoundAfterARestartUntilItsPostIsForgotten()
    {
        var store = Open().Statistics;
        var change = new StatisticsChange { Posts = [Post(5) with { AlbumIds = [5, 6] }, Post(8)], Threads = [new CommentThread(-100, 70, 6), new CommentThread(-100, 71, 8), new CommentThread(-200, 70, 8)] };
        await store.SaveAsync(Shop, change, default);
        await store.SaveAsync(Shop, change, default);

        var other = Open().Statistics;
        (await other.FindThreadAsync(Shop, -100, 70, default)).Should().Be(6);
        (await other.FindThreadAsync(Shop, -200, 70, default)).Should().Be(8);
        (await other.FindThreadAsync(Shop, -200, 71, default)).Should().BeNull();
        (await other.FindThreadAsync("@other", -100, 70, default)).Should().BeNull();

        await store.DeleteBeforeAsync(_published.AddYears(1), 1, default);

        (await other.FindThreadAsync(Shop, -100, 70, default)).Should().BeNull();
        (await other.FindThreadAsync(Shop, -100, 71, default)).Should().Be(8);
    }

    [SkippableFact]
    public async Task Save_SameChangeTwice_IsOne()
    {
        var store = Open().Statistics;
        var change = new StatisticsChange
        {
            Posts = [Post(5)],
            Views = [new PostReading(5, At(3, Count.Exact(10)))],
            Figures = [Reactions(5, hours: 3, 4), Subscribers(hours: 3, 1_000)],
            Members = [new MemberChange(_published, 77, HasJoined: true), new MemberChange(_published, 78, HasJoined: false)],
            Gaps = [new StatisticsGap(_published, _published.AddHours(1), CollectedFigures.Views, GapReason.Throttled)],
        };
        await store.SaveAsync(Shop, change, default);
        await store.SaveAsync(Shop, change, default);

        (await store.LoadViewsAsync(Shop, 5, default)).Should().ContainSingle();
        (await FiguresAsync(store, 5)).Should().ContainSingle();
        (await FiguresAsync(store, FigureReading.OfChannel)).Should().ContainSingle();
        (await store.CountMembersAsync(Shop, _published, _published.AddTicks(1), default)).Should().Be(new MemberCount(1, 1));
        (await store.CountMembersAsync(Shop, _published.AddTicks(1), DateTimeOffset.MaxValue, default)).Should().Be(new MemberCount(0, 0));
        (await store.LoadGapsAsync(Shop, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, default)).Should().Equal(change.Gaps);
    }

    [SkippableFact]
    public async Task Save_GapThatGoesOn_IsOneAndLonger()
    {
        var store = Open().Statistics;
        var gap = new StatisticsGap(_published, _published.AddHours(1), CollectedFigures.Views, GapReason.Throttled);
        await store.SaveAsync(Shop, new() { Gaps = [gap] }, default);
        await store.SaveAsync(Shop, new() { Gaps = [gap with { To = _published.AddHours(2) }] }, default);

        (await store.LoadGapsAsync(Shop, _published.AddHours(1.5), _published.AddDays(1), default)).Should().Equal(gap with { To = _published.AddHours(2) });
        (await store.LoadGapsAsync(Shop, _published.AddHours(2), _published.AddDays(1), default)).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Save_ReactionsOneByOne_AreReadBack_AndTheirSumStandsAtThePost()
    {
        var store = Open().Statistics;
        var early = Reactions(5, hours: 1, 2);
        var late = Reactions(5, hours: 3, 9) with
        {
            Reactions = [ReactionCount.Emoji("👍", Count.Exact(5)), ReactionCount.CustomEmoji("5404870433939922908", Count.Rounded(1_200, 1_195, 1_209, "1.2K")), ReactionCount.PaidStar(Count.Exact(1))],
        };
        await store.SaveAsync(Shop, new() { Figures = [early] }, default);
        await store.SaveAsync(Shop, new() { Posts = [Post(5)] }, default);
        (await store.FindPostAsync(Shop, 5, default))!.Reactions.Should().Be(2, "they were told before the post was known");

        await store.SaveAsync(Shop, new() { Figures = [late] }, default);
        await store.SaveAsync(Shop, new() { Posts = [Post(5) with { Kind = PostKind.News }], Figures = [Reactions(5, hours: 2, 4)] }, default);

        (await store.FindPostAsync(Shop, 5, default)).Should().BeEquivalentTo(new { Reactions = 9, Comments = (long?)null, Kind = PostKind.News }, "an earlier figure that comes late changes nothing");
        (await FiguresAsync(store, 5)).Select(figure => figure.Reading.Value.Value).Should().Equal(2, 4, 9);
        (await FiguresAsync(store, 5))[^1].Should().BeEquivalentTo(late);
    }

    [SkippableFact]
    public async Task LoadPage_Period_IsNewestFirstWithWhatIsLastKnown()
    {
        var store = Open().Statistics;
        await store.SaveAsync(Shop, new() { Posts = [.. Enumerable.Range(1, 30).Select(Post)] }, default);
        await store.SaveAsync(
            Shop,
            new() { Views = [new PostReading(20, At(500, Count.Exact(7))), new PostReading(20, At(600, Count.Exact(9)))], Figures = [Reactions(20, hours: 500, 2), Reactions(20, hours: 600, 3)] },
            default);

        var first = await store.LoadPageAsync(Shop, Post(4).PublishedAt!.Value, Post(21).PublishedAt!.Value, null, 10, default);
        var second = await store.LoadPageAsync(Shop, Post(4).PublishedAt!.Value, Post(21).PublishedAt!.Value, first[^1].Post.MessageId, 10, default);

        first.Select(post => post.Post.MessageId).Should().Equal(20, 19, 18, 17, 16, 15, 14, 13, 12, 11);
        second.Select(post => post.Post.MessageId).Should().Equal(10, 9, 8, 7, 6, 5, 4);
        first[0].Views!.Value.Value.Should().Be(9);
        first[0].Others.Should().ContainSingle().Which.Reading.Value.Value.Should().Be(3);
        first[1].Views.Should().BeNull();
    }

    [SkippableFact]
    public async Task DeleteBefore_OldPosts_AreForgottenWithTheirFigures()
    {
        var store = Open().Statistics;
        await store.SaveAsync(
            Shop,
            new()
            {
                Posts = [.. Enumerable.Range(1, 9).Select(Post)],
                Views = [new PostReading(2, At(100, Count.Exact(1))), new PostReading(8, At(300, Count.Exact(2)))],
                Figures = [Reactions(2, hours: 60, 1), Subscribers(hours: 1, 9)],
                Members = [new MemberChange(_published, 1, HasJoined: true)],
                Gaps = [new StatisticsGap(_published, _published.AddHours(1), CollectedFigures.Views, GapReason.NotRunning)],
            },
            default);

        var before = Post(6).PublishedAt!.Value;
        (await store.DeleteBeforeAsync(before, 3, default)).Should().Be(3);
        (await store.DeleteBeforeAsync(before, 3, default)).Should().Be(2);

        (await store.LoadPageAsync(Shop, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, null, 100, default)).Select(post => post.Post.MessageId).Should().Equal(9, 8, 7, 6);
        (await store.LoadViewsAsync(Shop, 2, default)).Should().BeEmpty();
        (await store.LoadViewsAsync(Shop, 8, default)).Should().ContainSingle();
        (await FiguresAsync(store, 2)).Should().BeEmpty();
        (await FiguresAsync(store, FigureReading.OfChannel)).Should().BeEmpty();
        (await store.CountMembersAsync(Shop, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, default)).Should().Be(new MemberCount(0, 0));
        (await store.LoadGapsAsync(Shop, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, default)).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Save_ByManyAtOnce_LosesNothing()
    {
        var stores = Enumerable.Range(0, 4).Select(_ => Open().Statistics).ToArray();
        await stores[0].SaveAsync(Shop, new() { Posts = [Post(5)] }, default);

        await Task.WhenAll(stores.Select((store, process) => Task.Run(async () =>
        {
            for (var hour = 1; hour <= 10; hour++)
            {
                await store.SaveAsync(Shop, new() { Views = [new PostReading(5, At(hour, Count.Exact(hour)))], Members = [new MemberChange(_published, (process * 100) + hour, HasJoined: true)] }, default);
            }
        })));

        (await stores[0].LoadViewsAsync(Shop, 5, default)).Should().HaveCount(10);
        (await stores[0].CountMembersAsync(Shop, _published, _published.AddDays(1), default)).Joined.Should().Be(40);
    }

    private static async Task<IReadOnlyList<FigureReading>> FiguresAsync(IStatisticsStore store, int messageId) =>
        await store.LoadFiguresAsync(Shop, messageId, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, default);

    // One a day, so that a post's age in days is the number of its message.
    private static CollectedPost Post(int messageId) => new() { MessageId = messageId, PublishedAt = _published.AddDays(messageId), SeenAt = _published.AddDays(messageId).AddMinutes(5) };

    private static Reading At(double hours, Count count, int staleness = 0) => new(count, "t.me", _published.AddHours(hours), TimeSpan.FromSeconds(staleness));

    private static FigureReading Reactions(int messageId, int hours, long value) => new(messageId, CollectedFigures.Reactions, At(hours, Count.Exact(value)));

    private static FigureReading Subscribers(int hours, long value) => new(FigureReading.OfChannel, CollectedFigures.Subscribers, At(hours, Count.Exact(value)));
}
