using Microsoft.Extensions.DependencyInjection;
using TelegramMarketing.Hosting;
using TelegramMarketing.Storage;
using TelegramMarketing.Testing;

namespace TelegramMarketing.Tests.Statistics.Collecting;

/// <summary>A host that collects the figures of a shop's channel, and can be started again on what it has kept.</summary>
internal sealed class CollectingHost : IAsyncDisposable
{
    private readonly Action<ITelegramMarketingBuilder> _configure;
    private readonly KeptStorage _storage = new();
    private ServiceProvider? _services;

    public CollectingHost(InMemoryTelegramOptions? telegram = null, Action<ITelegramMarketingBuilder>? configure = null)
    {
        _configure = configure ?? (_ => { });
        Telegram = new InMemoryTelegram(telegram ?? new InMemoryTelegramOptions { MaxRequests = 100_000 });
        Shop = Telegram.AddChannel("@my_shop", "My shop");
        Shop.AddAdministrator(Telegram.AddBot("shop_bot"));
    }

    public static ChannelAddress Channel { get; } = ChannelAddress.Parse("@my_shop");

    public InMemoryTelegram Telegram { get; }

    public TelegramChannel Shop { get; }

    public DateTimeOffset Now => Telegram.Clock.GetUtcNow();

    public IPostStatistics Statistics => _services!.GetRequiredService<IPostStatistics>();

    public IChannelPublisher Publisher => _services!.GetRequiredService<IChannelPublisher>();

    /// <summary>The pages that were read, without the landing pages of the subscribers.</summary>
    public int PageReads => Telegram.Requests.Count(request => request.Method == "page" && request.Parameters["path"].Trim('/') != "my_shop");

    public void Start()
    {
        var builder = new ServiceCollection().AddTelegramMarketing(options => options.Statistics.Channels.Add(Channel)).UseInMemoryTelegram(Telegram);
        builder.Services.AddKeyedSingleton<IBotStorageFactory>("", _storage);
        _configure(builder);
        _services = builder.Services.BuildServiceProvider();
        _services.GetRequiredService<BotRegistry>().Get("");
        _services.GetRequiredService<BotRegistry>().Start();
    }

    public async Task StopAsync()
    {
        if (_services is { } services)
        {
            await services.DisposeAsync();
            _services = null;
        }
    }

    public Task AdvanceAsync(double hours) => Telegram.AdvanceAsync(TimeSpan.FromHours(hours));

    /// <summary>The ages at which the views of a post were read, in hours.</summary>
    public async Task<double[]> AgesOfAsync(int messageId)
    {
        var history = await Statistics.GetHistoryAsync(new PostReference(Channel, messageId));
        return [.. history.Views.Select(view => Math.Round((view.ObservedAt - history.Post.PublishedAt!.Value).TotalHours, 2))];
    }

    public ValueTask DisposeAsync() => new(StopAsync());

    private sealed class KeptStorage : IBotStorageFactory
    {
        private MemoryStorage? _storage;

        public IBotStorage Open(BotContext context) => _storage ??= new MemoryStorage(context);
    }
}
