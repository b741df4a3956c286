using Telegram.Bot;

namespace TelegramMarketing.Testing.Tests;

/// <summary>A Telegram with a bot, a public channel of the bot's, and a client over its wire.</summary>
internal sealed class FakeTelegram
{
    public FakeTelegram(Action<InMemoryTelegramOptions>? configure = null)
    {
        var options = new InMemoryTelegramOptions();
        configure?.Invoke(options);
        Telegram = new InMemoryTelegram(options);
        Bot = Telegram.AddBot("shop_bot");
        Shop = Telegram.AddChannel("@myshop", "My shop");
        Shop.AddAdministrator(Bot);
        Http = new HttpClient(Telegram.CreateHandler()) { Timeout = Timeout.InfiniteTimeSpan };
        Client = ClientOf(Bot);
    }

    public InMemoryTelegram Telegram { get; }

    public TelegramBot Bot { get; }

    public TelegramChannel Shop { get; }

    public HttpClient Http { get; }

    public TelegramBotClient Client { get; }

    public TelegramBotClient ClientOf(TelegramBot bot) => new(new TelegramBotClientOptions(bot.Token) { RetryThreshold = 0 }, Http);

    /// <summary>Calls a method with a body of JSON, and gives the answer as it came.</summary>
    public async Task<string> CallAsync(string method, string json = "{}")
    {
        using var content = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        using var response = await Http.PostAsync($"https://api.telegram.org/bot{Bot.Token}/{method}", content);
        return await response.Content.ReadAsStringAsync();
    }

    public Task AdvanceAsync(double seconds) => Telegram.AdvanceAsync(TimeSpan.FromSeconds(seconds));
}
