using Microsoft.Extensions.DependencyInjection;
using TelegramMarketing.Hosting;
using TelegramMarketing.PublicPages;

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

    [Fact]
    public async Task PublicPages_OfTheFake_AreReadByTheLibrary()
    {
        _telegram.RunByItself = true;
        await using var services = Services();
        var source = new PublicPageSource(services.GetRequiredService<BotRegistry>().Get("").Context);
        for (var i = 0; i < 30; i++)
        {
            _shop.AddPost($"Post {i}").AddViews(i * 100);
        }

        _shop.Posts[^1].AddReactions("👍", 12);
        _shop.SetSubscribers(12_345);

        var now = _telegram.Clock.GetUtcNow();
        var statistics = new List<PostStatistics>();
        await foreach (var post in source.ReadChannelAsync(ChannelAddress.Parse("@myshop"), now.AddDays(-1), now.AddDays(1)))
        {
            statistics.Add(post);
        }

        statistics.Should().HaveCount(30);
        statistics.OrderBy(post => post.Post.MessageId).Select(post => post.Views!.Value.Raw).Should().Equal(_shop.Posts.Select(post => post.Views < 1_000 ? $"{post.Views}" : $"{post.Views / 1000m:0.##}K"));
        (await source.ReadSubscribersAsync(ChannelAddress.Parse("@myshop")))!.Value.Value.Should().Be(12_345);
        (await source.ReadPostAsync(PostReference.Parse("https://t.me/myshop/99"))).Views.Should().BeNull();
    }

    private ServiceProvider Services()
    {
        var services = new ServiceCollection();
        services.AddTelegramMarketing().UseInMemoryTelegram(_telegram);
        return services.BuildServiceProvider();
    }
}
