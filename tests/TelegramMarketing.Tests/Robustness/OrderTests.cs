using TelegramMarketing.Testing;

namespace TelegramMarketing.Tests.Robustness;

/// <summary>Posts to one channel keep their order of arrival, and channels do not wait for one another.</summary>
public sealed class OrderTests
{
    [Fact]
    public async Task PublishAsync_HundredCallersOfTwoChannels_EachKeepsTheOrderOfArrival()
    {
        await using var host = new FakeHost(telegram => telegram.Latency = TimeSpan.FromMilliseconds(120));
        var other = host.Telegram.AddChannel("@other");
        other.AddAdministrator(host.Bot);

        // Files, albums and long texts take longer to prepare than a line does, and must not be overtaken for that.
        var callers = Enumerable.Range(0, 100)
            .SelectMany(number => new[] { host.Publisher.PublishAsync("@myshop", Newsroom.PostOf(number)), host.Publisher.PublishAsync("@other", Newsroom.PostOf(number)) }).ToList();
        await host.DriveAsync(Task.WhenAll(callers));

        foreach (var channel in (TelegramChannel[])[host.Shop, other])
        {
            var inOrder = Newsroom.MessagesByMarker(channel, 100).Select(post => (Marker: post.Key, First: post.Min())).OrderBy(post => post.First).Select(post => post.Marker);
            inOrder.Should().Equal(Enumerable.Range(0, 100).Select(Newsroom.Marker));
        }
    }

    [Fact]
    public async Task PublishAsync_OneChannelGets429_TheOtherGoesOn()
    {
        await using var host = new FakeHost();
        var other = host.Telegram.AddChannel("@other");
        other.AddAdministrator(host.Bot);
        host.Telegram.FailNext(TelegramFault.TooManyRequests(600) with { Channel = host.Shop });
        var start = host.Now;

        var shop = Enumerable.Range(0, 5).Select(number => host.Publisher.PublishAsync("@myshop", Post.News(PostText.Plain($"Shop {number}")))).ToList();
        var others = Enumerable.Range(0, 15).Select(number => host.Publisher.PublishAsync("@other", Post.News(PostText.Plain($"Other {number}")))).ToList();
        await host.DriveAsync(Task.WhenAll(others));

        (other.Posts[^1].Date - start).Should().BeLessThan(TimeSpan.FromSeconds(30), "the other channel has its own pace");
        await host.DriveAsync(Task.WhenAll(shop));
        (host.Shop.Posts[0].Date - start).Should().BeGreaterThan(TimeSpan.FromSeconds(600));
        host.Shop.Posts.Select(post => post.Text).Should().Equal(Enumerable.Range(0, 5).Select(number => $"Shop {number}"));
    }
}
