using Telegram.Bot;

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
}
