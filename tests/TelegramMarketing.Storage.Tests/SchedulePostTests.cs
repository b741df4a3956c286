using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TelegramMarketing.Hosting;
using TelegramMarketing.Storage.Tests.Providers;
using TelegramMarketing.Testing;

namespace TelegramMarketing.Storage.Tests;

/// <summary>A post is scheduled with the business change that caused it: both, or neither.</summary>
public sealed class SchedulePostTests : IAsyncLifetime
{
    private static readonly ChannelAddress _channel = ChannelAddress.Parse("@my_shop");
    private static readonly Post _post = Post.News(PostText.Plain("La colomba è arrivata"));
    private readonly InMemoryTelegram _telegram = new();
    private readonly TelegramChannel _shop;
    private readonly List<IAsyncDisposable> _opened = [];

    public SchedulePostTests()
    {
        _shop = _telegram.AddChannel("@my_shop", "My shop");
        _shop.AddAdministrator(_telegram.AddBot("shop_bot"));
    }

    public static TheoryData<string> Databases => ["SQLite", "PostgreSQL"];

    private DateTimeOffset Soon => _telegram.Clock.GetUtcNow().AddMinutes(1);

    [SkippableTheory]
    [MemberData(nameof(Databases))]
    public async Task SchedulePost_Saved_GoesOutAtItsTime(string kind)
    {
        var (database, services) = Start(kind);
        await using var db = database.Open();
        var photo = MediaSource.FromStream(new MemoryStream(await File.ReadAllBytesAsync(PhotoPath)), "colomba.png");

        db.Products.Add(new ShopProduct { Name = "Colomba" });
        var scheduled = await db.SchedulePostAsync(Scheduler(services), _channel, _post with { Media = [PostMedia.Photo(photo)] }, Soon);
        await _telegram.AdvanceAsync(TimeSpan.FromSeconds(30));
        (await Ledger(services).FindAsync(scheduled.Id)).Should().BeNull("nothing is saved yet");
        await db.SaveChangesAsync();
        (await Scheduler(services).ListAsync().ToListAsync()).Should().ContainSingle().Which.Should().BeEquivalentTo(scheduled);
        await _telegram.AdvanceAsync(TimeSpan.FromSeconds(32));

        var post = _shop.Posts.Should().ContainSingle().Subject;
        post.Caption.Should().Be("La colomba è arrivata");
        post.Date.Should().BeCloseTo(scheduled.DueAt, TimeSpan.FromSeconds(1));
        (await Ledger(services).FindAsync(scheduled.Id))!.State.Should().Be(PublicationState.Published);
    }

    [SkippableTheory]
    [MemberData(nameof(Databases))]
    public async Task SchedulePost_RolledBack_NothingIsScheduled(string kind)
    {
        var (database, services) = Start(kind);
        await using (var db = database.Open())
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Products.Add(new ShopProduct { Name = "Colomba" });
            await db.SchedulePostAsync(Scheduler(services), _channel, _post, Soon, idempotencyKey: "colomba");
            await db.SaveChangesAsync();
            await transaction.RollbackAsync();
        }

        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(3));

        _shop.Posts.Should().BeEmpty();
        (await Ledger(services).ListAsync().ToListAsync()).Should().BeEmpty();
        await using var again = database.Open();
        (await again.Products.AnyAsync()).Should().BeFalse();
    }

    [SkippableTheory]
    [MemberData(nameof(Databases))]
    public async Task SchedulePost_SameKeyAgain_TracksNothingMore(string kind)
    {
        var (database, services) = Start(kind);
        await using var db = database.Open();
        var first = await db.SchedulePostAsync(Scheduler(services), _channel, _post, Soon, idempotencyKey: "colomba");

        var tracked = await db.SchedulePostAsync(Scheduler(services), _channel, _post, Soon, idempotencyKey: "colomba");
        await db.SaveChangesAsync();
        await using var later = database.Open();
        var saved = await later.SchedulePostAsync(Scheduler(services), _channel, _post, Soon, idempotencyKey: "colomba");
        var other = () => later.SchedulePostAsync(Scheduler(services), _channel, Post.News(PostText.Plain("Altro")), Soon, idempotencyKey: "colomba");

        tracked.Id.Should().Be(first.Id);
        saved.Id.Should().Be(first.Id);
        later.ChangeTracker.HasChanges().Should().BeFalse();
        (await other.Should().ThrowAsync<TelegramMarketingException>()).Which.Error.Should().Be(TelegramMarketingError.IdempotencyConflict);
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(2));
        _shop.Posts.Should().ContainSingle();
    }

    [SkippableTheory]
    [MemberData(nameof(Databases))]
    public async Task SchedulePost_SameKeyInTwoContexts_OneSavesAndTheOtherSavesNothing(string kind)
    {
        var (database, services) = Start(kind);
        await using var one = database.Open();
        await using var other = database.Open();
        foreach (var (db, name) in new[] { (one, "Colomba"), (other, "Panettone") })
        {
            db.Products.Add(new ShopProduct { Name = name });
            await db.SchedulePostAsync(Scheduler(services), _channel, _post, Soon, idempotencyKey: "sweets");
        }

        await one.SaveChangesAsync();
        var save = () => other.SaveChangesAsync();

        await save.Should().ThrowAsync<DbUpdateException>();
        await using var look = database.Open();
        (await look.Products.Select(product => product.Name).ToListAsync()).Should().Equal("Colomba");
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(2));
        _shop.Posts.Should().ContainSingle();
    }

    [SkippableTheory]
    [MemberData(nameof(Databases))]
    public async Task RescheduleAsync_PostMovedEarlier_ItsEndGoesWithIt(string kind)
    {
        var (_, services) = Start(kind);
        var now = _telegram.Clock.GetUtcNow();
        var scheduled = await Scheduler(services).ScheduleAsync(_channel, _post, now.AddHours(100));
        var end = await Scheduler(services).EndAsync(scheduled.Id, PostEnding.DeleteAfter(TimeSpan.FromHours(47)));

        await Scheduler(services).RescheduleAsync(scheduled.Id, now.AddHours(1));

        (await Ledger(services).FindAsync(end.Id))!.DueAt.Should().Be(now.AddHours(48));
    }

    [SkippableTheory]
    [MemberData(nameof(Databases))]
    public async Task EditAsync_PostTooLargeToBeKept_GoesOutAsItWas(string kind)
    {
        var (_, services) = Start(kind);
        var scheduled = await Scheduler(services).ScheduleAsync(_channel, _post, Soon);
        var edit = () => Scheduler(services).EditAsync(scheduled.Id, Post.Promotion(PostText.Plain(new string('x', 1_100_000))));

        (await edit.Should().ThrowAsync<TelegramMarketingException>()).Which.Violations.Should().ContainSingle(violation => violation.Rule == "stored-length");
        (await Ledger(services).FindAsync(scheduled.Id)).Should().BeEquivalentTo(scheduled);
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(2));

        _shop.Posts.Should().ContainSingle().Which.Text.Should().Be("La colomba è arrivata");
    }

    [Fact]
    public async Task SchedulePost_BadInput_IsToldAndTracksNothing()
    {
        var (database, services) = Start("SQLite");
        await using var db = database.Open();
        var past = () => db.SchedulePostAsync(Scheduler(services), _channel, _post, Soon.AddMinutes(-2));
        var empty = () => db.SchedulePostAsync(Scheduler(services), _channel, new Post { Tags = [""] }, Soon);

        await past.Should().ThrowAsync<ArgumentOutOfRangeException>().WithMessage("*is past*");
        (await empty.Should().ThrowAsync<TelegramMarketingException>()).Which.Violations.Should().HaveCount(2);
        db.ChangeTracker.Entries().Should().BeEmpty();
    }

    [Fact]
    public async Task SchedulePost_BotThatKeepsItsStateElsewhere_IsToldSo()
    {
        var (database, _) = Start("SQLite");
        await using var db = database.Open();
        await using var elsewhere = new ServiceCollection().AddTelegramMarketing().UseInMemoryTelegram(_telegram).Services.BuildServiceProvider();
        var schedule = () => db.SchedulePostAsync(Scheduler(elsewhere), _channel, _post, Soon);

        await schedule.Should().ThrowAsync<InvalidOperationException>().WithMessage("*UseDbContext<ShopContext>*");
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        for (var index = _opened.Count - 1; index >= 0; index--)
        {
            await _opened[index].DisposeAsync();
        }
    }

    private static string PhotoPath => Path.Combine(AppContext.BaseDirectory, "colomba.png");

    private static IPostScheduler Scheduler(IServiceProvider services) => services.GetRequiredService<IPostScheduler>();

    private static IPublicationLedger Ledger(IServiceProvider services) => services.GetRequiredService<IPublicationLedger>();

    private (ShopDatabase Database, ServiceProvider Services) Start(string kind)
    {
        var database = new ShopDatabase(kind);
        _opened.Add(database);
        var services = new ServiceCollection();
        services.AddTelegramMarketing().UseInMemoryTelegram(_telegram).UseDbContext(_ => database.Open());
        var provider = services.BuildServiceProvider();
        _opened.Add(provider);
        provider.GetRequiredService<BotRegistry>().Get("").Start();
        return (database, provider);
    }
}
