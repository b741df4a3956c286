using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TelegramMarketing.Hosting;
using TelegramMarketing.Publishing;
using TelegramMarketing.Storage.Tests.Providers;
using TelegramMarketing.Testing;

namespace TelegramMarketing.Storage.Tests;

/// <summary>Two processes share a store, and one does late what the other has done already: a pause of the machine is enough for that.</summary>
public sealed class OvertakenTests : IAsyncLifetime
{
    private static readonly ChannelAddress _channel = ChannelAddress.Parse("@my_shop");
    private static readonly Post _post = Post.Promotion(PostText.Plain("Fino a domenica 🎉"));
    private readonly SqliteProvider _provider = new();
    private readonly InMemoryTelegram _telegram = new();
    private readonly TelegramChannel _shop;

    public OvertakenTests()
    {
        _shop = _telegram.AddChannel("@my_shop", "My shop");
        _shop.AddAdministrator(_telegram.AddBot("shop_bot"));
    }

    [Fact]
    public async Task LookedForWhileAnotherProcessSettlesIt_StaysAsTheOtherHasLeftIt()
    {
        var looks = 0;
        await using var host = Start();
        var id = await LeaveAsync(host, entry => entry.BeginSend(lastKnownMessageId: 1, entry.CreatedAt));
        Runtime(host).Start();
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(10));
        (await FindAsync(host, id)).State.Should().Be(PublicationState.Unknown);
        _shop.AddPost("A later post, which proves that ours is not there: the other process has deleted it since");
        _telegram.FailNext(TelegramFault.AnswerLate(TimeSpan.FromSeconds(20)) with { Method = "page", When = _ => Interlocked.Increment(ref looks) > 0 });
        while (looks == 0)
        {
            await _telegram.AdvanceAsync(TimeSpan.FromSeconds(5));
        }

        await using (var other = Open(host))
        {
            var entry = (await other.Publications.FindAsync(id, default))!;
            entry.CompletePart(new(_shop.Id, "my_shop", [7], entry.SendBeganAt), isLast: true);
            await other.Publications.SaveAsync(entry, default);
        }

        (await FindAsync(host, id)).State.Should().Be(PublicationState.Published);
        await _telegram.AdvanceAsync(TimeSpan.FromHours(1));

        var publication = await FindAsync(host, id);
        (publication.State, publication.Post!.MessageId, publication.Attempts).Should().Be((PublicationState.Published, 7, 1));
        _shop.Posts.Should().ContainSingle("nothing was sent again");
    }

    [Fact]
    public async Task AllPartsConfirmedButDue_IsPublishedAndNotSent()
    {
        await using var host = Start();
        var id = await LeaveAsync(host, entry =>
        {
            entry.BeginSend(lastKnownMessageId: 1, entry.CreatedAt);
            entry.CompletePart(new(_shop.Id, "my_shop", [7], entry.CreatedAt), isLast: false);
        });
        Runtime(host).Start();
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(1));

        (await FindAsync(host, id)).State.Should().Be(PublicationState.Published);
        _shop.Posts.Should().BeEmpty();
    }

    [Theory]
    [InlineData(PublicationState.Scheduled, PublicationState.Missed)]
    [InlineData(PublicationState.Held, PublicationState.Missed)]
    [InlineData(PublicationState.Sending, PublicationState.Unknown)]
    [InlineData(PublicationState.Unknown, PublicationState.Unknown)]
    public async Task OneThatCannotBeRead_KeepsBackNoOtherAndIsTold(PublicationState state, PublicationState expected)
    {
        await using var host = Start();
        var id = await LeaveAsync(host, entry =>
        {
            if (state is PublicationState.Sending or PublicationState.Unknown)
            {
                entry.BeginSend(lastKnownMessageId: 1, entry.CreatedAt);
            }

            entry.MoveTo(state, TelegramMarketingError.Other, null);
        });
        await using (var db = _provider.CreateContext())
        {
            await db.Set<PublicationRow>().ExecuteUpdateAsync(row => row.SetProperty(changed => changed.Parts, "{ this is no JSON"));
        }

        var other = await host.GetRequiredService<IPostScheduler>().ScheduleAsync(_channel, Post.News(PostText.Plain("Saldi")), _telegram.Clock.GetUtcNow().AddMinutes(10));
        await using var after = Start();
        Runtime(after).Start();
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(11));
        (await FindAsync(after, other.Id)).State.Should().Be(PublicationState.Published);
        await _telegram.AdvanceAsync(TimeSpan.FromHours(1));

        var publication = await FindAsync(after, id);
        publication.State.Should().Be(expected);
        if (expected == PublicationState.Missed)
        {
            publication.LastError.Should().Contain("cannot be read from the store");
        }
    }

    [Fact]
    public async Task AskedForAgainByItsKey_WhileAnotherProcessSends_GoesOutOnce()
    {
        await using var sender = Start();
        await using var other = Start();
        var id = await LeaveAsync(sender, entry => entry.MoveTo(PublicationState.Missed, TelegramMarketingError.Missed, "Too late."), key: "sale");
        await _telegram.AdvanceAsync(TimeSpan.FromHours(3));
        Runtime(sender).Start();
        await _telegram.AdvanceAsync(TimeSpan.FromSeconds(5));

        var publishing = other.GetRequiredService<IChannelPublisher>().PublishAsync(_channel, _post, "sale");
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(1));

        (await publishing).Id.Should().Be(id);
        _shop.Posts.Should().ContainSingle();
    }

    [Fact]
    public async Task AskedForByItsKey_WhileItIsBeingSent_SharesTheOutcome()
    {
        await using var host = Start();
        await host.GetRequiredService<IPostScheduler>().ScheduleAsync(_channel, _post, _telegram.Clock.GetUtcNow().AddMinutes(1), idempotencyKey: "sale");
        Runtime(host).Start();
        _telegram.FailNext(TelegramFault.AnswerLate(TimeSpan.FromSeconds(30)) with { Method = "sendMessage" });
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(1) + TimeSpan.FromSeconds(10));

        var publishing = host.GetRequiredService<IChannelPublisher>().PublishAsync(_channel, _post, "sale");
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(1));

        (await publishing).State.Should().Be(PublicationState.Published);
        _shop.Posts.Should().ContainSingle();
    }

    [Fact]
    public async Task SettledByHandInAnotherProcess_AnEqualPostGoesOut()
    {
        await using var host = Start();
        await using var other = Start();
        var id = await LeaveAsync(host, entry => entry.BeginSend(lastKnownMessageId: 1, entry.CreatedAt));
        Runtime(host).Start();
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(5));
        (await FindAsync(host, id)).State.Should().Be(PublicationState.Unknown);
        await other.GetRequiredService<IPublicationLedger>().SettleAsNotPublishedAsync(id);

        var publishing = host.GetRequiredService<IChannelPublisher>().PublishAsync(_channel, _post);
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(1));

        (await publishing).State.Should().Be(PublicationState.Published);
    }

    [Fact]
    public async Task InDoubtAndNotToBeReadForAWhile_IsLookedForWhenItCanBe()
    {
        await using var host = Start();
        var id = await LeavePictureInDoubtAsync(host);
        await using var db = _provider.CreateContext();
        await db.Database.ExecuteSqlRawAsync("ALTER TABLE telegram_media RENAME TO gone");
        Runtime(host).Start();
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(10));
        (await FindAsync(host, id)).State.Should().Be(PublicationState.Unknown);

        await db.Database.ExecuteSqlRawAsync("ALTER TABLE gone RENAME TO telegram_media");
        _shop.AddPost("A later post, which proves that ours is not there");
        await _telegram.AdvanceAsync(TimeSpan.FromHours(1));

        (await FindAsync(host, id)).State.Should().Be(PublicationState.Published);
        _shop.Posts.Should().HaveCount(2);
    }

    [Fact]
    public async Task InDoubtAndChangedByAnotherProcess_NotToBeReadForAWhile_IsLookedForWhenItCanBe()
    {
        await using var host = Start();
        var id = await LeavePictureInDoubtAsync(host);
        Runtime(host).Start();
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(10));
        await using (var other = Open(host))
        {
            var entry = (await other.Publications.FindAsync(id, default))!;
            entry.BecomeUnknown("The other process had it for a while.", _telegram.Clock.GetUtcNow());
            await other.Publications.SaveAsync(entry, default);
        }

        await using var db = _provider.CreateContext();
        await db.Database.ExecuteSqlRawAsync("ALTER TABLE telegram_media RENAME TO gone");
        (await FindAsync(host, id)).LastError.Should().Contain("The other process");
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(10));
        await db.Database.ExecuteSqlRawAsync("ALTER TABLE gone RENAME TO telegram_media");
        _shop.AddPost("A later post, which proves that ours is not there");
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(30));

        (await FindAsync(host, id)).State.Should().Be(PublicationState.Published);
        _shop.Posts.Should().HaveCount(2);
    }

    [Fact]
    public async Task OutcomeThatTheStoreCouldNotTake_StandsWhenTheLeaseIsTakenAnew()
    {
        var club = _telegram.AddPrivateChannel("VIP");
        club.AddAdministrator(_telegram.Bots[0]);
        await using var host = Start();
        Runtime(host).Start();
        var id = (await host.GetRequiredService<IPostScheduler>().ScheduleAsync(ChannelAddress.FromId(club.Id), _post, _telegram.Clock.GetUtcNow().AddMinutes(1))).Id;
        _telegram.FailNext(TelegramFault.AnswerLate(TimeSpan.FromSeconds(20)) with { Method = "sendMessage" });
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(1) + TimeSpan.FromSeconds(10));
        await using var db = _provider.CreateContext();
        await db.Database.ExecuteSqlRawAsync("ALTER TABLE telegram_publications RENAME TO gone; ALTER TABLE telegram_leases RENAME TO gone_leases");
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(10));
        await db.Database.ExecuteSqlRawAsync("ALTER TABLE gone RENAME TO telegram_publications; ALTER TABLE gone_leases RENAME TO telegram_leases");
        await using (var successor = Open(host))
        {
            var entry = (await successor.Publications.FindAsync(id, default))!;
            entry.BecomeUnknown("The process ended while the message was being sent.", _telegram.Clock.GetUtcNow());
            await successor.Publications.SaveAsync(entry, default);
        }

        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(1));

        await using var other = Start();
        (await FindAsync(other, id)).State.Should().Be(PublicationState.Published, "nobody could find out afterwards that it is in a private channel");
        club.Posts.Should().ContainSingle();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task KilledBeforeAWeekend_FoundButNeitherTakenForAnothersNorSentAgain(bool hadArrived)
    {
        var picture = MediaSource.FromStream(new MemoryStream([1, 2, 3]), "a.jpg");
        await picture.InspectAsync(default);
        await using var host = Start();
        var id = await LeaveAsync(
            host,
            entry =>
            {
                entry.Parts = [new() { Media = [PostMedia.Photo(picture)] }];
                entry.BeginSend(lastKnownMessageId: 1, entry.CreatedAt);
            });
        var sending = hadArrived ? PublishAsync(_channel, picture) : Task.CompletedTask;
        await _telegram.AdvanceAsync(TimeSpan.FromDays(1));
        await sending;
        await PublishAsync(_channel, picture);
        await _telegram.AdvanceAsync(TimeSpan.FromDays(1));

        Runtime(host).Start();
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(10));

        var publication = await FindAsync(host, id);
        publication.State.Should().Be(hadArrived ? PublicationState.Published : PublicationState.Unknown);
        (publication.Post?.MessageId).Should().Be(hadArrived ? _shop.Posts[0].MessageId : null);
        _shop.Posts.Should().HaveCount(hadArrived ? 2 : 1);
    }

    [Fact]
    public async Task CancelledWhileItIsBeingSentAndAgainInDoubt_IsNotSentAgain()
    {
        await using var host = Start();
        var scheduler = host.GetRequiredService<IPostScheduler>();
        var id = (await scheduler.ScheduleAsync(_channel, _post, _telegram.Clock.GetUtcNow().AddMinutes(1))).Id;
        Runtime(host).Start();
        _telegram.FailNext(TelegramFault.Hang(Timeout.InfiniteTimeSpan) with { Method = "sendMessage" });
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(1) + TimeSpan.FromSeconds(10));
        (await scheduler.CancelAsync(id)).State.Should().Be(PublicationState.Sending);
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(5));
        (await scheduler.CancelAsync(id)).State.Should().Be(PublicationState.Unknown);

        _shop.AddPost("A later post, which proves that ours is not there");
        await _telegram.AdvanceAsync(TimeSpan.FromHours(1));

        (await FindAsync(host, id)).State.Should().Be(PublicationState.Cancelled);
        _shop.Posts.Should().ContainSingle();
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _provider.DisposeAsync().AsTask();

    private static BotRuntime Runtime(ServiceProvider services) => services.GetRequiredService<BotRegistry>().Get("");

    private static IBotStorage Open(ServiceProvider services) => services.GetRequiredKeyedService<IBotStorageFactory>("").Open(Runtime(services).Context);

    private static async Task<Publication> FindAsync(ServiceProvider services, Guid id) => (await services.GetRequiredService<IPublicationLedger>().FindAsync(id))!;

    /// <summary>What another process leaves in the store.</summary>
    private static async Task<Guid> LeaveAsync(ServiceProvider services, Action<PublicationEntry> change, string? key = null)
    {
        await using var storage = Open(services);
        var context = Runtime(services).Context;
        var entry = new PublicationEntry(context.Chance.NextId(context.Clock.UtcNow), _channel, _post, key, context.Clock.UtcNow) { Parts = PostPlan.Create(_post).Messages };
        entry.Fingerprint = key is null ? null : await Fingerprint.OfAsync(entry.Parts);
        await storage.Publications.AddAsync(entry, "@my_shop", default);
        change(entry);
        await storage.Publications.SaveAsync(entry, default);
        return entry.Id;
    }

    /// <summary>Somebody posts a picture without a word.</summary>
    private async Task PublishAsync(ChannelAddress channel, MediaSource picture)
    {
        await using var services = new ServiceCollection().AddTelegramMarketing().UseInMemoryTelegram(_telegram).Services.BuildServiceProvider();
        await services.GetRequiredService<IChannelPublisher>().PublishAsync(channel, new Post { Media = [PostMedia.Photo(picture)] });
    }

    private static async Task<Guid> LeavePictureInDoubtAsync(ServiceProvider host)
    {
        var picture = MediaSource.FromStream(new MemoryStream([1, 2, 3]), "a.jpg");
        await picture.InspectAsync(default);
        return await LeaveAsync(
            host,
            entry =>
            {
                entry.Parts = [entry.Parts![0] with { Media = [PostMedia.Photo(picture)] }];
                entry.BeginSend(lastKnownMessageId: 1, entry.CreatedAt);
            });
    }

    private ServiceProvider Start()
    {
        var services = new ServiceCollection();
        services.AddTelegramMarketing().UseInMemoryTelegram(_telegram).UseSqlite(_provider.FilePath);
        return services.BuildServiceProvider();
    }
}
