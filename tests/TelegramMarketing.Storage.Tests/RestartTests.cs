using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using TelegramMarketing.BotApi;
using TelegramMarketing.Hosting;
using TelegramMarketing.Storage.Tests.Providers;
using TelegramMarketing.Testing;
using TelegramMarketing.Tests.Stickers;

namespace TelegramMarketing.Storage.Tests;

/// <summary>What a process leaves behind when it ends, the next one takes over: nothing twice, nothing lost silently.</summary>
public sealed class RestartTests : IAsyncLifetime
{
    private static readonly ChannelAddress _channel = ChannelAddress.Parse("@my_shop");
    private readonly SqliteProvider _provider = new();
    private readonly InMemoryTelegram _telegram = new();
    private readonly TelegramChannel _shop;

    public RestartTests()
    {
        _shop = _telegram.AddChannel("@my_shop", "My shop");
        _shop.AddAdministrator(_telegram.AddBot("shop_bot"));
    }

    [Theory]
    [InlineData(30, PublicationState.Published)]
    [InlineData(600, PublicationState.Missed)]
    public async Task Scheduled_DueWhileTheProcessWasDown_LateWithinTheGracePeriodElseMissed(int minutesDown, PublicationState expected)
    {
        Guid id;
        await using (var before = Start())
        {
            id = (await before.GetRequiredService<IPostScheduler>().ScheduleAsync(_channel, Post.News(PostText.Plain("Saldi")), _telegram.Clock.GetUtcNow().AddMinutes(1))).Id;
        }

        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(minutesDown));
        _shop.Posts.Should().BeEmpty();
        await using var after = Start();
        Runtime(after).Start();
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(1));

        (await FindAsync(after, id)).State.Should().Be(expected);
        _shop.Posts.Should().HaveCount(expected == PublicationState.Published ? 1 : 0);
    }

    [Fact]
    public async Task Scheduled_DueOnAWeekendOnWhichTheProcessWasDown_HealthTellsThatItWasMissed()
    {
        await using (var before = Start())
        {
            await before.GetRequiredService<IPostScheduler>().ScheduleAsync(_channel, Post.News(PostText.Plain("Sabato!")), _telegram.Clock.GetUtcNow().AddHours(1));
        }

        await _telegram.AdvanceAsync(TimeSpan.FromDays(3));
        var services = new ServiceCollection();
        services.AddLogging().AddHealthChecks().AddTelegramMarketing();
        services.AddTelegramMarketing().UseInMemoryTelegram(_telegram).UseSqlite(_provider.FilePath);
        await using var after = services.BuildServiceProvider();
        Runtime(after).Start();
        await _telegram.AdvanceAsync(TimeSpan.FromSeconds(10));
        var checking = after.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        await _telegram.AdvanceAsync(TimeSpan.FromSeconds(1));

        (await checking).Entries.Values.Should().ContainSingle().Which.Description.Should().Contain("Missed");
    }

    [Fact]
    public async Task Scheduled_PostsOfStickers_GoOutAfterARestart()
    {
        var owner = _telegram.AddPerson("Anna");
        owner.Start(_telegram.Bots[0]);
        await using (var before = Start())
        {
            var applying = before.GetRequiredService<IStickerSeries>().ApplyAsync(new StickerSeriesDefinition
            {
                Name = "spring_by_shop_bot",
                Title = "Spring",
                OwnerId = owner.Id,
                Stickers = [new Sticker(StickerFiles.Source(StickerFiles.Webp(512, 400, 1), "1.webp"), "😀")],
            });
            await _telegram.AdvanceAsync(TimeSpan.FromSeconds(5));
            var ofTheSeries = MediaSource.FromFileId((await applying).Stickers[0].FileId);
            var ofAFile = StickerFiles.Source(StickerFiles.Webp(512, 300, 2, length: 4_000), "2.webp");
            foreach (var source in (MediaSource[])[ofTheSeries, ofAFile])
            {
                var post = Post.News(PostText.Plain($"Sticker {source.Origin}")) with { Media = [PostMedia.Sticker(source)] };
                await before.GetRequiredService<IPostScheduler>().ScheduleAsync(_channel, post, _telegram.Clock.GetUtcNow().AddMinutes(1));
            }
        }

        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(30));
        _shop.Posts.Should().BeEmpty();
        await using var after = Start();
        Runtime(after).Start();
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(1));

        _shop.Posts.Where(post => post.Media is not null).Select(post => (post.Media!.Kind, post.Media.Origin, post.Media.Size))
            .Should().BeEquivalentTo([("sticker", "file_id", 230L), ("sticker", "upload", 4_030L)]);
        _shop.Posts.Where(post => post.Media is null).Select(post => post.Text).Should().BeEquivalentTo("Sticker FileId", "Sticker Stream");
        (await after.GetRequiredService<IPublicationLedger>().ListAsync().ToListAsync()).Should().OnlyContain(publication => publication.State == PublicationState.Published).And.HaveCount(2);
    }

    [Fact]
    public async Task Scheduled_LateInQuietHours_MakesNoSound()
    {
        var due = _telegram.Clock.GetUtcNow().AddMinutes(1);
        var quiet = new QuietHours(TimeOnly.FromDateTime(due.AddMinutes(5).UtcDateTime), TimeOnly.FromDateTime(due.AddHours(9).UtcDateTime), TimeZoneInfo.Utc) { Policy = QuietHoursPolicy.Move };
        await using (var before = Start())
        {
            await before.GetRequiredService<IPostScheduler>().ScheduleAsync(_channel, Post.News(PostText.Plain("Saldi")), due, quiet);
        }

        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(30));
        await using var after = Start();
        Runtime(after).Start();
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(1));

        _shop.Posts.Should().ContainSingle().Which.IsSilent.Should().BeTrue("subscribers sleep by then");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Sending_WhenTheProcessEnded_FoundOrSentAgainOnce(bool hadArrived)
    {
        var post = Post.Promotion(PostText.Html($"<b>Saldi</b> fino a domenica 🎉"));
        var id = await LeaveSendingAsync(post);
        if (hadArrived)
        {
            _shop.AddPost("Saldi fino a domenica 🎉");
        }

        await using var after = Start();
        Runtime(after).Start();
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(10));
        (await FindAsync(after, id)).State.Should().Be(hadArrived ? PublicationState.Published : PublicationState.Unknown);

        _shop.AddPost("A later post of somebody else");
        await _telegram.AdvanceAsync(TimeSpan.FromHours(1));

        (await FindAsync(after, id)).State.Should().Be(PublicationState.Published);
        _shop.Posts.Should().HaveCount(2);
    }

    [Fact]
    public async Task TwoProcesses_OneStore_OnlyOneSendsAndBothGetTheirPublications()
    {
        await using var first = Start();
        await using var second = Start();

        var publishing = new[] { first, second, first, second }.Select((host, number) =>
            host.GetRequiredService<IChannelPublisher>().PublishAsync(_channel, Post.News(PostText.Plain($"Post {number}")))).ToArray();
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(2));
        var publications = await Task.WhenAll(publishing);

        publications.Should().AllSatisfy(publication => publication.State.Should().Be(PublicationState.Published));
        _shop.Posts.Should().HaveCount(4);
    }

    [Fact]
    public async Task EndOfAPost_DueWhileTheProcessWasDown_IsMadeHoweverLate()
    {
        var over = Post.Promotion(PostText.Plain("Finita"));
        await using (var before = Start())
        {
            var scheduler = before.GetRequiredService<IPostScheduler>();
            var expiring = await PublishAsync(before, "Saldi");
            await scheduler.EndAsync(expiring.Id, PostEnding.ExpireTo(over, TimeSpan.FromHours(24)));
            foreach (var hours in (int[])[30, 47])
            {
                var offer = await PublishAsync(before, $"{hours} ore");
                await scheduler.EndAsync(offer.Id, PostEnding.DeleteAfter(TimeSpan.FromHours(hours)));
            }
        }

        await _telegram.AdvanceAsync(TimeSpan.FromHours(40));
        await using var after = Start();
        (await after.GetRequiredService<IPostScheduler>().ListAsync().Select(end => end.Action).ToListAsync()).Should().Equal(PublicationAction.Edit, PublicationAction.Delete, PublicationAction.Delete);
        Runtime(after).Start();
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(1));

        _shop.Posts.Select(post => post.Text).Should().Equal("Finita", "47 ore");
        (await after.GetRequiredService<IPostScheduler>().ListAsync().ToListAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task Comments_InAThreadThatBeganBefore_AreCounted()
    {
        const string group = "{\"id\":-1009876543210,\"title\":\"Comments\",\"type\":\"supergroup\"}";
        var shop = $$"""{"id":{{_shop.Id}},"title":"My shop","username":"my_shop","type":"channel"}""";
        PostReference post;
        await using (var before = Start(options => options.Statistics.Channels.Add(_channel)))
        {
            Runtime(before).Start();
            post = (await PublishAsync(before, "Ciao")).Post!;
            await _telegram.AdvanceAsync(TimeSpan.FromMinutes(1));
            await before.GetRequiredService<IUpdateReceiver>().ReceiveAsync($$$"""
                {"update_id":900001,"message":{"message_id":70,"sender_chat":{{{shop}}},"chat":{{{group}}},"date":1767600000,"is_automatic_forward":true,"text":"Ciao",
                "forward_origin":{"type":"channel","chat":{{{shop}}},"message_id":{{{post.MessageId}}},"date":1767600000} } }
                """);
        }

        await using var after = Start(options => options.Statistics.Channels.Add(_channel));
        Runtime(after).Start();
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(1));
        await after.GetRequiredService<IUpdateReceiver>().ReceiveAsync($$$"""
            {"update_id":900002,"message":{"message_id":75,"message_thread_id":70,"from":{"id":55,"is_bot":false,"first_name":"Anna"},"chat":{{{group}}},"date":1767603600,"text":"Anch'io!"}}
            """);

        var history = await after.GetRequiredService<IPostStatistics>().GetHistoryAsync(post);
        history.Comments.Select(reading => reading.Value).Should().Equal(Count.Exact(0), Count.Exact(1));
    }

    [Fact]
    public async Task ManySent_ThenRestarted_TheNextWaitsAsIfItWereOneProcess()
    {
        var posts = new List<Task>();
        await using (var before = Start())
        {
            posts.AddRange(Enumerable.Range(0, 20).Select(number => PublishAsync(before, number)));
            await _telegram.AdvanceAsync(TimeSpan.FromSeconds(30));
            await Task.WhenAll(posts);
        }

        await using var after = Start();
        var next = PublishAsync(after, 20);
        await _telegram.AdvanceAsync(TimeSpan.FromSeconds(25));
        _shop.Posts.Should().HaveCount(20, "20 a minute are permitted, whichever process sends them");
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(1));
        await next;

        _shop.Posts.Should().HaveCount(21);
        _telegram.Requests.Where(request => request.Method == "sendMessage").Should().HaveCount(21, "none was refused");
    }

    [Fact]
    public async Task Ended_LongerAgoThanItIsKept_IsForgottenWithItsKey()
    {
        var ids = new List<Guid>();
        foreach (var text in (string[])["Vecchia", "Recente"])
        {
            await using var host = Start();
            ids.Add((await host.GetRequiredService<IChannelPublisher>().PublishAsync(_channel, Post.News(PostText.Plain(text)), text)).Id);
            await host.DisposeAsync();
            await _telegram.AdvanceAsync(TimeSpan.FromDays(4));
        }

        await using var after = Start(options => options.Ledger.KeepEndedFor = TimeSpan.FromDays(7));
        Runtime(after).Start();
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(5));

        (await after.GetRequiredService<IPublicationLedger>().ListAsync().ToListAsync()).Should().ContainSingle().Which.Id.Should().Be(ids[1]);
        (await after.GetRequiredService<IChannelPublisher>().PublishAsync(_channel, Post.News(PostText.Plain("Altra")), "Vecchia")).Id.Should().NotBe(ids[0]);
    }

    private static Task<Publication> PublishAsync(ServiceProvider host, int number) => host.GetRequiredService<IChannelPublisher>().PublishAsync(_channel, Post.News(PostText.Plain($"Post {number}")));

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _provider.DisposeAsync().AsTask();

    private static BotRuntime Runtime(ServiceProvider services) => services.GetRequiredService<BotRegistry>().Get("");

    private static async Task<Publication> FindAsync(ServiceProvider services, Guid id) => (await services.GetRequiredService<IPublicationLedger>().FindAsync(id))!;

    private async Task<Publication> PublishAsync(ServiceProvider services, string text)
    {
        var publishing = services.GetRequiredService<IChannelPublisher>().PublishAsync(_channel, Post.Promotion(PostText.Plain(text)));
        await _telegram.AdvanceAsync(TimeSpan.FromSeconds(5));
        return await publishing;
    }

    /// <summary>What a process that was killed during a send leaves in the store.</summary>
    private async Task<Guid> LeaveSendingAsync(Post post)
    {
        await using var killed = Start();
        var context = Runtime(killed).Context;
        await using var storage = killed.GetRequiredKeyedService<IBotStorageFactory>("").Open(context);
        var now = context.Clock.UtcNow;
        var entry = new PublicationEntry(context.Chance.NextId(now), _channel, post, null, now) { Parts = PostPlan.Create(post).Messages };
        await storage.Publications.AddAsync(entry, "@my_shop", default);
        entry.BeginSend(lastKnownMessageId: 1, now);
        await storage.Publications.SaveAsync(entry, default);
        return entry.Id;
    }

    private ServiceProvider Start(Action<TelegramMarketingOptions>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddTelegramMarketing(configure).UseInMemoryTelegram(_telegram).UseSqlite(_provider.FilePath);
        return services.BuildServiceProvider();
    }
}
