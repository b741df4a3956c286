using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using TelegramMarketing.Hosting;
using TelegramMarketing.Testing;

namespace TelegramMarketing.Tests.Diagnostics;

/// <summary>The library as a host registers it, over Telegram in memory, with one bot of a name of its own so that its telemetry can be told apart from that of other tests.</summary>
internal sealed class ObservedHost : IAsyncDisposable
{
    private static int _hosts;
    private readonly ServiceProvider _services;

    public ObservedHost(bool poll = false, Action<TelegramMarketingOptions>? configure = null, Action<IHealthChecksBuilder, string>? health = null)
    {
        Bot = Telegram.AddBot("shop_bot");
        Shop = Telegram.AddChannel("@myshop", "My shop");
        Shop.AddAdministrator(Bot);
        Token = Bot.Token;
        var collection = new ServiceCollection();
        var builder = collection.AddTelegramMarketing(Name, configure).UseInMemoryTelegram(Telegram);
        if (poll)
        {
            builder.UsePolling();
        }

        var checks = collection.AddHealthChecks();
        if (health is null)
        {
            checks.AddTelegramMarketing(bot: Name, channels: [ChannelAddress.Parse("@myshop")]);
        }
        else
        {
            health(checks, Name);
        }

        _services = collection.BuildServiceProvider();
        _services.GetRequiredService<BotRegistry>().Get(Name); // takes the token while it is the bot's
    }

    public string Name { get; } = $"bot-{Interlocked.Increment(ref _hosts)}";

    public InMemoryTelegram Telegram { get; } = new();

    public TelegramBot Bot { get; }

    /// <summary>The token that the library uses; the fake's bot has another one once it is revoked.</summary>
    public string Token { get; }

    public TelegramChannel Shop { get; }

    public IChannelPublisher Publisher => Get<IChannelPublisher>();

    public IPublicationLedger Ledger => Get<IPublicationLedger>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredKeyedService<T>(Name);

    public MetricCollector<T> Collect<T>(string instrument)
        where T : struct => new(_services.GetRequiredService<IMeterFactory>(), TelegramMarketingTelemetry.Name, instrument);

    public Task<Publication> PublishAsync(string text = "The very secret text", PostKind? kind = null) =>
        Publisher.PublishAsync("@myshop", new Post { Kind = kind ?? PostKind.News, Text = PostText.Plain(text) });

    /// <summary>Publishes what is expected to fail.</summary>
    public async Task<TelegramMarketingException> FailToPublishAsync(string text = "The very secret text") =>
        (await FluentActions.Awaiting(() => PublishAsync(text)).Should().ThrowAsync<TelegramMarketingException>()).Which;

    public Task<HealthReport> CheckAsync() => _services.GetRequiredService<HealthCheckService>().CheckHealthAsync();

    /// <summary>Starts the bot's background work, as a host does.</summary>
    public async Task StartAsync()
    {
        var registry = _services.GetRequiredService<BotRegistry>();
        registry.Start();
        await Telegram.AdvanceAsync(TimeSpan.Zero);
    }

    /// <summary>Calls the Bot API with the bot's token, as another process would.</summary>
    public async Task CallElsewhereAsync(string methodAndQuery)
    {
        using var client = new HttpClient(Telegram.CreateHandler());
        using var answer = await client.GetAsync(new Uri($"https://api.telegram.org/bot{Bot.Token}/{methodAndQuery}"));
        answer.IsSuccessStatusCode.Should().BeTrue();
        await Telegram.AdvanceAsync(TimeSpan.Zero);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
