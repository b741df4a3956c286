using Microsoft.Extensions.DependencyInjection;

namespace TelegramMarketing.Testing.Tests;

/// <summary>The real library over the fake's wire.</summary>
public class RealLibraryTests
{
    private readonly InMemoryTelegram _telegram = new();
    private readonly TelegramBot _bot;
    private readonly TelegramChannel _shop;

    public RealLibraryTests()
    {
        _bot = _telegram.AddBot("shop_bot");
        _shop = _telegram.AddChannel("@myshop", "My shop");
        _shop.AddAdministrator(_bot);
    }

    [Fact]
    public async Task PublishAsync_OverTheFake_PutsThePostIntoTheChannel()
    {
        await using var services = Services();

        var publication = await services.GetRequiredService<IChannelPublisher>().PublishAsync("@myshop", new Post { Kind = PostKind.News, Text = PostText.Html($"<b>{"A & B"}</b>") });

        publication.State.Should().Be(PublicationState.Published);
        _shop.Posts.Should().ContainSingle().Which.Text.Should().Be("A & B");
    }

    [Fact]
    public async Task PublishAsync_HeldBackByTelegram_EndsWhenTimePasses()
    {
        await using var services = Services();
        _telegram.FailNext(TelegramFault.Hang(TimeSpan.FromSeconds(8)));

        var publishing = services.GetRequiredService<IChannelPublisher>().PublishAsync("@myshop", new Post { Kind = PostKind.News, Text = PostText.Plain("Hello") });
        await _telegram.AdvanceAsync(TimeSpan.FromSeconds(7.9));
        publishing.IsCompleted.Should().BeFalse();
        await _telegram.AdvanceAsync(TimeSpan.FromSeconds(0.2));

        (await publishing).State.Should().Be(PublicationState.Published);
    }

    [Fact]
    public async Task PublishAsync_ManyPostsWhileTimeRunsByItself_KeepsTelegramsPace()
    {
        _telegram.RunByItself = true;
        await using var services = Services();
        var publisher = services.GetRequiredService<IChannelPublisher>();
        var start = _telegram.Clock.GetTimestamp();

        var published = await Task.WhenAll(Enumerable.Range(0, 45).Select(i => publisher.PublishAsync("@myshop", new Post { Kind = PostKind.News, Text = PostText.Plain($"Post {i}") })));

        published.Should().AllSatisfy(publication => publication.State.Should().Be(PublicationState.Published));
        _shop.Posts.Should().HaveCount(45);
        _telegram.Requests.Should().HaveCount(45, "none was refused");
        _telegram.Clock.GetElapsedTime(start).Should().BeGreaterThan(TimeSpan.FromMinutes(2)).And.BeLessThan(TimeSpan.FromMinutes(2.5));
    }

    [Fact]
    public async Task UseInMemoryTelegram_ForTwoBots_GivesEachItsOwnToken()
    {
        var other = _telegram.AddBot("other_bot");
        _shop.AddAdministrator(other);
        var collection = new ServiceCollection();
        collection.AddTelegramMarketing().UseInMemoryTelegram(_telegram);
        collection.AddTelegramMarketing("brand-b").UseInMemoryTelegram(_telegram, other);
        await using var services = collection.BuildServiceProvider();

        await services.GetRequiredService<IChannelPublisher>().PublishAsync("@myshop", new Post { Kind = PostKind.News, Text = PostText.Plain("A") });
        await services.GetRequiredKeyedService<IChannelPublisher>("brand-b").PublishAsync("@myshop", new Post { Kind = PostKind.News, Text = PostText.Plain("B") });

        _shop.Posts.Select(post => post.Bot).Should().Equal(_bot, other);
        services.GetService<TimeProvider>().Should().BeNull("the host's own clock is left alone");
    }

    private ServiceProvider Services()
    {
        var services = new ServiceCollection();
        services.AddTelegramMarketing().UseInMemoryTelegram(_telegram);
        return services.BuildServiceProvider();
    }
}
