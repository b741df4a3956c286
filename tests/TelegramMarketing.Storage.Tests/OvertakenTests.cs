using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TelegramMarketing.Hosting;
using TelegramMarketing.Storage.Tests.Providers;
using TelegramMarketing.Testing;

namespace TelegramMarketing.Storage.Tests;

/// <summary>Two processes share a store, and one does late what the other has done already: a pause of the machine is enough for that.</summary>
public sealed class OvertakenTests : IAsyncLifetime
{
    private static readonly ChannelAddress _channel = ChannelAddress.Parse("@my_shop");
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

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _provider.DisposeAsync().AsTask();

    private static BotRuntime Runtime(ServiceProvider services) => services.GetRequiredService<BotRegistry>().Get("");

    private static IBotStorage Open(ServiceProvider services) => services.GetRequiredKeyedService<IBotStorageFactory>("").Open(Runtime(services).Context);

    private static async Task<Publication> FindAsync(ServiceProvider services, Guid id) => (await services.GetRequiredService<IPublicationLedger>().FindAsync(id))!;

    /// <summary>What another process leaves in the store.</summary>
    private static async Task<Guid> LeaveAsync(ServiceProvider services, Action<PublicationEntry> change)
    {
        await using var storage = Open(services);
        var context = Runtime(services).Context;
        var post = Post.Promotion(PostText.Plain("Fino a domenica 🎉"));
        var entry = new PublicationEntry(context.Chance.NextId(context.Clock.UtcNow), _channel, post, null, context.Clock.UtcNow) { Parts = PostPlan.Create(post).Messages };
        await storage.Publications.AddAsync(entry, "@my_shop", default);
        change(entry);
        await storage.Publications.SaveAsync(entry, default);
        return entry.Id;
    }

    private ServiceProvider Start()
    {
        var services = new ServiceCollection();
        services.AddTelegramMarketing().UseInMemoryTelegram(_telegram).UseSqlite(_provider.FilePath);
        return services.BuildServiceProvider();
    }
}
