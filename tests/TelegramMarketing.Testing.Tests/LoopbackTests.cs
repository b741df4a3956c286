using Microsoft.Extensions.DependencyInjection;
using Telegram.Bot;
using TelegramMarketing.LoopbackServer;

namespace TelegramMarketing.Testing.Tests;

public class LoopbackTests
{
    [Fact]
    public async Task BotApiAndPages_OverARealConnection_AreAnsweredAsInMemory()
    {
        var fake = new FakeTelegram();
        await using var loopback = await LoopbackTelegram.StartAsync(fake.Telegram);
        using var http = new HttpClient();
        var client = new TelegramBotClient(new TelegramBotClientOptions(fake.Bot.Token, loopback.Address.ToString().TrimEnd('/')) { RetryThreshold = 0 }, http);

        using var picture = new MemoryStream([1, 2, 3]);
        await client.SendPhoto("@myshop", picture, "Look");

        fake.Shop.Posts.Should().ContainSingle().Which.Media!.Size.Should().Be(3);
        (await http.GetStringAsync(new Uri(loopback.Address, "/s/myshop"))).Should().Contain("data-post=\"myshop/2\"");
    }

    [Fact]
    public async Task LostAnswer_OverARealConnection_IsABrokenConnection()
    {
        var fake = new FakeTelegram();
        await using var loopback = await LoopbackTelegram.StartAsync(fake.Telegram);
        using var http = new HttpClient();
        fake.Telegram.FailNext(TelegramFault.LoseAnswer());

        await FluentActions.Awaiting(() => http.PostAsync(new Uri(loopback.Address, $"/bot{fake.Bot.Token}/sendMessage?chat_id=@myshop&text=Hello"), null)).Should().ThrowAsync<HttpRequestException>();

        fake.Shop.Posts.Should().ContainSingle();
    }

    [Fact]
    public async Task RealLibrary_OverARealConnectionInRealTime_PublishesAndWaitsOutARefusal()
    {
        var fake = new FakeTelegram();
        fake.Telegram.FailNext(TelegramFault.TooManyRequests(1));
        await using var loopback = await LoopbackTelegram.StartAsync(fake.Telegram, inRealTime: true);
        var services = new ServiceCollection();
        services.AddTelegramMarketing(options =>
        {
            options.BotToken = fake.Bot.Token;
            options.ApiAddress = loopback.Address;
            options.PublicPagesAddress = loopback.Address;
        });
        await using var provider = services.BuildServiceProvider();
        var before = fake.Telegram.Clock.GetUtcNow();

        var publication = await provider.GetRequiredService<IChannelPublisher>().PublishAsync(ChannelAddress.Parse("@myshop"), new Post { Text = PostText.Plain("Hello") });

        publication.Attempts.Should().Be(2);
        fake.Shop.Posts.Should().ContainSingle().Which.Text.Should().Be("Hello");
        (fake.Telegram.Clock.GetUtcNow() - before).Should().BeGreaterThan(TimeSpan.Zero, "the fake's time went on by itself");
    }
}
