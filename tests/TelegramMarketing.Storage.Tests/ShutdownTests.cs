using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TelegramMarketing.Hosting;
using TelegramMarketing.Storage.Tests.Providers;
using TelegramMarketing.Testing;

namespace TelegramMarketing.Storage.Tests;

/// <summary>A process that is shut down in order leaves nothing in doubt, and another one can send at once.</summary>
public sealed class ShutdownTests : IAsyncLifetime
{
    private static readonly ChannelAddress _channel = ChannelAddress.Parse("@my_shop");
    private static readonly TimeSpan _moment = TimeSpan.FromSeconds(5);
    private readonly SqliteProvider _provider = new();
    private readonly InMemoryTelegram _telegram = new();
    private readonly TelegramChannel _shop;

    public ShutdownTests()
    {
        _shop = _telegram.AddChannel("@my_shop", "My shop");
        _shop.AddAdministrator(_telegram.AddBot("shop_bot"));
    }

    [Fact]
    public async Task Dispose_StoreInTheHostsOwnContext_GivesTheLeaseBack()
    {
        await using var database = new ShopDatabase("SQLite");
        var first = Start(database);
        await PublishAsync(first, "Prima");

        await first.DisposeAsync();

        await using var second = Start(database);
        (await PublishAsync(second, "Poi")).State.Should().Be(PublicationState.Published);
        _shop.Posts.Should().HaveCount(2);
    }

    [Fact]
    public async Task Stop_WhileAPostIsBeingSent_RecordsItAndLeavesTheNextOneScheduled()
    {
        await using var first = Start();
        Runtime(first).Start();
        var scheduler = first.GetRequiredService<IPostScheduler>();
        var at = _telegram.Clock.GetUtcNow().AddMinutes(1);
        var sending = await scheduler.ScheduleAsync(_channel, Post.News(PostText.Plain("Prima")), at);
        var waiting = await scheduler.ScheduleAsync(_channel, Post.News(PostText.Plain("Poi")), at.AddSeconds(1));
        _telegram.FailNext(TelegramFault.AnswerLate(TimeSpan.FromSeconds(20)) with { Method = "sendMessage" });
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(1) + _moment);

        var stopping = Runtime(first).StopAsync(CancellationToken.None);
        await _telegram.AdvanceAsync(_moment);
        stopping.IsCompleted.Should().BeFalse("the answer is still to come");
        await _telegram.AdvanceAsync(TimeSpan.FromSeconds(20));
        await stopping;

        await using var second = Start();
        (await FindAsync(second, sending.Id)).State.Should().Be(PublicationState.Published);
        (await FindAsync(second, waiting.Id)).State.Should().Be(PublicationState.Scheduled);
        Runtime(second).Start();
        await _telegram.AdvanceAsync(_moment);
        (await FindAsync(second, waiting.Id)).State.Should().Be(PublicationState.Published, "the lease was given back");
        _shop.Posts.Should().HaveCount(2);
    }

    [Fact]
    public async Task Stop_HostThatGivesUpWaiting_EndsAndTheSendIsFoundLater()
    {
        await using var first = Start();
        Runtime(first).Start();
        var sending = await first.GetRequiredService<IPostScheduler>().ScheduleAsync(_channel, Post.News(PostText.Plain("Prima")), _telegram.Clock.GetUtcNow().AddMinutes(1));
        _telegram.FailNext(TelegramFault.AnswerLate(TimeSpan.FromSeconds(20)) with { Method = "sendMessage" });
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(1) + _moment);

        using var patience = new CancellationTokenSource();
        var stopping = Runtime(first).StopAsync(patience.Token);
        await patience.CancelAsync();
        await stopping;

        await using var second = Start();
        Runtime(second).Start();
        await _telegram.AdvanceAsync(TimeSpan.FromMinutes(20));
        (await FindAsync(second, sending.Id)).State.Should().Be(PublicationState.Published);
        _shop.Posts.Should().ContainSingle();
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _provider.DisposeAsync().AsTask();

    private static BotRuntime Runtime(ServiceProvider services) => services.GetRequiredService<BotRegistry>().Get("");

    private static async Task<Publication> FindAsync(ServiceProvider services, Guid id) => (await services.GetRequiredService<IPublicationLedger>().FindAsync(id))!;

    private async Task<Publication> PublishAsync(ServiceProvider services, string text)
    {
        var began = _telegram.Clock.GetUtcNow();
        _telegram.RunByItself = true;
        var publication = await services.GetRequiredService<IChannelPublisher>().PublishAsync(_channel, Post.News(PostText.Plain(text)));
        _telegram.RunByItself = false;
        (_telegram.Clock.GetUtcNow() - began).Should().BeLessThan(_moment, "nobody else has the lease");
        return publication;
    }

    private ServiceProvider Start()
    {
        var services = new ServiceCollection();
        services.AddTelegramMarketing().UseInMemoryTelegram(_telegram).UseSqlite(_provider.FilePath);
        return services.BuildServiceProvider();
    }

    private ServiceProvider Start(ShopDatabase database)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IDbContextFactory<ShopContext>>(new Factory(database));
        services.AddTelegramMarketing().UseInMemoryTelegram(_telegram).UseDbContext<ShopContext>();
        return services.BuildServiceProvider();
    }

    private sealed class Factory(ShopDatabase database) : IDbContextFactory<ShopContext>
    {
        public ShopContext CreateDbContext() => database.Open();
    }
}
