using TelegramMarketing.Testing;

namespace TelegramMarketing.Tests.Statistics.Collecting;

/// <summary>Readings are made at the ages that are set, with few requests, whatever happens to the network, the process or the posts.</summary>
public sealed class StatisticsCollectorTests
{
    private static readonly TimeSpan[] _ages = [TimeSpan.FromHours(3), TimeSpan.FromHours(6), TimeSpan.FromHours(12), TimeSpan.FromHours(24), TimeSpan.FromHours(48), TimeSpan.FromDays(7), TimeSpan.FromDays(30)];

    [Fact]
    public async Task Run_PostOfTheLibrary_IsReadAtEachAge()
    {
        await using var host = new CollectingHost();
        host.Shop.AddAudience(500);
        host.Start();
        var published = await host.Publisher.PublishAsync(CollectingHost.Channel, Post.Promotion(PostText.Plain("Colomba −20 %")) with { Tags = ["spring"] });

        await host.AdvanceAsync(24 * 34);

        var history = await host.Statistics.GetHistoryAsync(published.Messages[0]);
        ShouldServe(history, _ages);
        history.Views.Select(view => view.Value.Value).Should().BeInAscendingOrder();
        history.Post.Should().BeEquivalentTo(new { Kind = PostKind.Promotion, KindSource = KindSource.Ledger, Tags = (string[])["spring"], Media = PostMediaType.None, Length = 13, HasButtons = false });
        history.Gaps.Should().BeEmpty();
    }

    [Fact]
    public async Task Run_AMonthOfAChannel_ServesEveryAgeWithFewPages()
    {
        await using var host = new CollectingHost(configure: builder => Configure(builder, options => options.LookEvery = TimeSpan.FromHours(2)));
        host.Shop.AddPost("The first one");
        host.Start();
        var posts = new List<TelegramPost>();
        for (var day = 0; day < 30; day++)
        {
            foreach (var pause in (double[])[7, 17])
            {
                await host.AdvanceAsync(pause);
                posts.Add(host.Shop.AddPost($"News {posts.Count}"));
            }
        }

        await host.AdvanceAsync(24 * 34);

        foreach (var post in posts)
        {
            ShouldServe(await host.Statistics.GetHistoryAsync(new PostReference(CollectingHost.Channel, post.MessageId)), _ages);
        }

        // Sixty posts at seven ages are 420 readings; in 64 days new posts are looked for 768 times, and a look serves what is due as well.
        host.PageReads.Should().BeLessThan(768 + 210);
    }

    [Fact]
    public async Task Run_ManyPostsAtOnce_ShareTheirPages()
    {
        await using var host = new CollectingHost(configure: builder => Configure(builder, options => options.LookEvery = TimeSpan.FromDays(1)));
        host.Start();
        for (var post = 0; post < 15; post++)
        {
            await host.Publisher.PublishAsync(CollectingHost.Channel, Post.News(PostText.Plain($"News {post}")));
            await host.Telegram.AdvanceAsync(TimeSpan.FromSeconds(5));
        }

        var before = host.PageReads;
        await host.AdvanceAsync(24 * 34);

        for (var id = 2; id <= 16; id++)
        {
            ShouldServe(await host.Statistics.GetHistoryAsync(new PostReference(CollectingHost.Channel, id)), _ages);
        }

        // One page for each of seven ages, and one look a day.
        (host.PageReads - before).Should().BeLessThanOrEqualTo(34 + 7 + 1);
    }

    [Fact]
    public async Task Run_PostsOfOthers_AreFoundOnThePage_WithAKindByRuleOrHostAndElseUnknown()
    {
        await using var host = new CollectingHost(configure: builder =>
        {
            Configure(builder, options =>
            {
                options.Kinds.Add(KindRule.ForHashtags(PostKind.Event, "#evento"));
                options.Kinds.Add(KindRule.ForWords(PostKind.Promotion, "sconto", "fino al"));
            });
            builder.AddPostClassifier(new RecipeClassifier());
        });
        string[] texts = ["Sabato si balla #Evento", "#eventoso ma no", "Uno SCONTO per voi", "scontoso", "Valido fino  al 5", "Ricetta: pane", "Boom"];
        foreach (var text in texts)
        {
            host.Shop.AddPost(text);
        }

        host.Start();
        await host.AdvanceAsync(1.1);

        var posts = new List<PostStatistics>();
        await foreach (var post in host.Statistics.GetChannelAsync(CollectingHost.Channel, host.Now.AddDays(-1), host.Now))
        {
            posts.Insert(0, post);
        }

        posts.Select(post => (post.Kind?.Name, post.KindSource)).Should().Equal(
            ("Event", KindSource.Rule), (null, KindSource.Unknown), ("Promotion", KindSource.Rule), (null, KindSource.Unknown), ("Promotion", KindSource.Rule),
            ("Recipe", KindSource.Classifier), (null, KindSource.Unknown));
        posts.Should().AllSatisfy(post => post.Text.Should().BeNull("the text of posts is not kept"));
    }

    [Fact]
    public async Task Run_AlbumOfTheLibrary_IsOnePost()
    {
        await using var host = new CollectingHost();
        host.Shop.AddAudience(500);
        host.Start();
        var photo = MediaSource.FromUrl(new Uri("https://example.com/bread.jpg"));
        var album = await host.Publisher.PublishAsync(
            CollectingHost.Channel, Post.News(PostText.Plain("Pane")) with { Media = [PostMedia.Photo(photo), PostMedia.Photo(photo), PostMedia.Photo(photo)] });

        await host.AdvanceAsync(13);

        var history = await host.Statistics.GetHistoryAsync(album.Messages[2]);
        history.Post.AlbumMessageIds.Should().Equal(album.Messages.Select(message => message.MessageId));
        history.Post.Media.Should().Be(PostMediaType.Album);
        ShouldServe(history, _ages[..3]);
        var posts = new List<PostStatistics>();
        await foreach (var post in host.Statistics.GetChannelAsync(CollectingHost.Channel, host.Now.AddDays(-1), host.Now))
        {
            posts.Add(post);
        }

        posts.Should().ContainSingle();
    }

    [Fact]
    public async Task Run_DeletedPost_IsReadNoMoreAndKeepsWhatWasKnown()
    {
        await using var host = new CollectingHost();
        host.Shop.AddAudience(500);
        host.Shop.AddPost("Before");
        var post = host.Shop.AddPost("Gone soon");
        host.Shop.AddPost("After");
        host.Start();
        await host.AdvanceAsync(4);
        post.Delete();
        await host.AdvanceAsync(24);
        var reads = host.Telegram.Requests.Count(request => IsEmbedOf(request, post.MessageId));

        await host.AdvanceAsync(24 * 3);

        var history = await host.Statistics.GetHistoryAsync(new PostReference(CollectingHost.Channel, post.MessageId));
        history.Post.Availability.Should().Be(PostAvailability.NotFound);
        history.Views.Should().NotBeEmpty();
        host.Telegram.Requests.Count(request => IsEmbedOf(request, post.MessageId)).Should().Be(reads).And.BeLessThan(3);
        ShouldServe(await host.Statistics.GetHistoryAsync(new PostReference(CollectingHost.Channel, post.MessageId + 1)), _ages[..5]);
    }

    [Fact]
    public async Task Run_PageThatLags_FindsThePostLaterAndMissesNoAge()
    {
        await using var host = new CollectingHost(new InMemoryTelegramOptions { PageLag = TimeSpan.FromMinutes(20), MaxRequests = 10_000 });
        host.Shop.AddAudience(500);
        host.Shop.AddPost("Before");
        await host.AdvanceAsync(1);
        host.Start();
        await host.AdvanceAsync(1);
        var post = host.Shop.AddPost("News");

        await host.AdvanceAsync(24 * 3);

        ShouldServe(await host.Statistics.GetHistoryAsync(new PostReference(CollectingHost.Channel, post.MessageId)), _ages[..5]);
    }

    [Fact]
    public async Task Run_TelegramRefusesForAWhile_AsksLessAndLessOftenAndShowsTheGap()
    {
        await using var host = new CollectingHost();
        host.Shop.AddAudience(500);
        var post = host.Shop.AddPost("News");
        host.Start();
        await host.AdvanceAsync(1);
        host.Telegram.FailNext(TelegramFault.TooManyRequests(120) with { Method = "page", Times = int.MaxValue });
        var start = host.Now;
        var before = host.PageReads;

        await host.AdvanceAsync(8);
        (host.PageReads - before).Should().BeLessThan(8 * 2 * 3, "after a while it is asked every half hour");
        host.Telegram.Faults.Clear();
        await host.AdvanceAsync(24 * 3);

        var history = await host.Statistics.GetHistoryAsync(new PostReference(CollectingHost.Channel, post.MessageId));
        ShouldServe(history, _ages[2..5]);
        var gap = history.Gaps.Should().ContainSingle().Subject;
        gap.Should().BeEquivalentTo(new { Figures = CollectedFigures.Views, Reason = GapReason.Throttled });
        (gap.From - start).Should().BeLessThan(TimeSpan.FromHours(1.1));
        (gap.To - start).Should().BeCloseTo(TimeSpan.FromHours(8), TimeSpan.FromHours(0.7));
    }

    [Fact]
    public async Task Run_ShortOutage_LosesNoAge()
    {
        await using var host = new CollectingHost();
        host.Shop.AddAudience(500);
        var post = host.Shop.AddPost("News");
        host.Start();
        await host.AdvanceAsync(23);
        host.Telegram.FailNext(TelegramFault.RefuseConnection() with { Method = "page", Times = int.MaxValue });
        await host.AdvanceAsync(2.5);
        host.Telegram.Faults.Clear();
        await host.AdvanceAsync(2);

        var history = await host.Statistics.GetHistoryAsync(new PostReference(CollectingHost.Channel, post.MessageId));
        ShouldServe(history, _ages[..4]);
        history.Gaps.Should().BeEmpty();
    }

    [Fact]
    public async Task Start_AfterAStop_GoesOnFromTheStoreAndShowsTheGap()
    {
        await using var host = new CollectingHost();
        host.Shop.AddAudience(500);
        var post = host.Shop.AddPost("News");
        host.Start();
        await host.AdvanceAsync(7);
        await host.StopAsync();
        await host.AdvanceAsync(10);
        host.Start();
        await host.AdvanceAsync(24 * 9);

        var history = await host.Statistics.GetHistoryAsync(new PostReference(CollectingHost.Channel, post.MessageId));
        ShouldServe(history, [.. _ages[..2], .. _ages[3..6]]);
        history.Views.Should().HaveCount(1 + 5, "the first look and five ages");
        history.Gaps.Should().ContainSingle().Which.Reason.Should().Be(GapReason.NotRunning);
    }

    [Fact]
    public async Task Run_MachineThatSlept_ReadsOnceAndShowsTheGap()
    {
        await using var host = new CollectingHost();
        host.Shop.AddAudience(500);
        for (var post = 0; post < 10; post++)
        {
            host.Shop.AddPost($"News {post}");
        }

        host.Start();
        await host.AdvanceAsync(1);
        var before = host.PageReads;
        await host.Telegram.SuspendAsync(TimeSpan.FromHours(24));
        await host.AdvanceAsync(0.1);

        (host.PageReads - before).Should().Be(1, "one page serves all that is open, and no look is made up for");
        var history = await host.Statistics.GetHistoryAsync(new PostReference(CollectingHost.Channel, 2));
        ShouldServe(history, _ages[3..4]);
        history.Gaps.Should().ContainSingle().Which.Reason.Should().Be(GapReason.NotRunning);
    }

    [Fact]
    public async Task Start_ChannelWithAPast_ReadsItBackOnceForTheFirstReport()
    {
        await using var host = new CollectingHost();
        host.Shop.AddAudience(500);
        for (var post = 0; post < 100; post++)
        {
            host.Shop.AddPost($"News {post}");
            await host.AdvanceAsync(24);
        }

        host.Start();
        await host.AdvanceAsync(0.5);
        var reads = host.PageReads;

        var report = await host.Statistics.GetReportAsync(CollectingHost.Channel, host.Now.AddDays(-80), host.Now);

        report.Basis.Should().Be(ComparisonBasis.Mature);
        report.Kinds.Should().ContainSingle().Which.Compared.Should().BeInRange(72, 74);
        host.PageReads.Should().Be(reads, "all is kept");
        reads.Should().BeLessThan(8);
        host.Telegram.RunByItself = true;

        var longer = await host.Statistics.GetReportAsync(CollectingHost.Channel, host.Now.AddDays(-200), host.Now);
        longer.Kinds.Should().ContainSingle().Which.Posts.Should().Be(100, "what is older comes from the page");
        host.PageReads.Should().BeGreaterThan(reads);
    }

    [Fact]
    public async Task Run_PreviewSwitchedOff_ReadsPostsOfTheLibraryOneByOne()
    {
        await using var host = new CollectingHost();
        host.Shop.AddAudience(500);
        host.Shop.PreviewEnabled = false;
        host.Start();
        var published = await host.Publisher.PublishAsync(CollectingHost.Channel, Post.News(PostText.Plain("News")));

        await host.AdvanceAsync(24 * 3);

        ShouldServe(await host.Statistics.GetHistoryAsync(published.Messages[0]), _ages[..5]);
    }

    [Fact]
    public async Task Run_Subscribers_AreSampled()
    {
        await using var host = new CollectingHost();
        host.Shop.AddPost("News");
        host.Shop.SetSubscribers(1_000);
        host.Start();
        await host.AdvanceAsync(25);
        host.Shop.SetSubscribers(1_100);
        await host.AdvanceAsync(24);

        var audience = await host.Statistics.GetAudienceAsync(CollectingHost.Channel, host.Now.AddDays(-3), host.Now);

        audience.Subscribers.Should().HaveCountGreaterThan(6);
        audience.Subscribers[0].Value.Should().BeEquivalentTo(new { Value = 1_000L, IsExact = true });
        audience.Subscribers[^1].Value.Should().BeEquivalentTo(new { Value = 1_100L, IsExact = true });
        audience.Joined.Should().BeNull("nobody has told of joins");
    }

    private static bool IsEmbedOf(TelegramRequest request, int messageId) => request.Method == "page" && request.Parameters["path"].Contains($"my_shop/{messageId}", StringComparison.Ordinal);

    private static void Configure(ITelegramMarketingBuilder builder, Action<StatisticsOptions> configure) =>
        builder.Services.AddTelegramMarketing(options => configure(options.Statistics));

    /// <summary>Each of these ages has a reading within its tolerance.</summary>
    private static void ShouldServe(PostHistory history, TimeSpan[] ages)
    {
        var read = history.Views.Select(view => view.ObservedAt - history.Post.PublishedAt!.Value).ToArray();
        foreach (var age in ages)
        {
            read.Should().Contain(at => at >= age * 0.9 && at <= age * 1.1, $"message {history.Post.Post.MessageId} is to be read at {age}");
        }
    }

    private sealed class RecipeClassifier : IPostClassifier
    {
        public ValueTask<PostKind?> ClassifyAsync(PostStatistics post, CancellationToken cancellationToken = default) =>
            post.Text == "Boom" ? throw new InvalidOperationException("Boom") : new(post.Text!.StartsWith("Ricetta", StringComparison.Ordinal) ? PostKind.Of("Recipe") : null);
    }
}
