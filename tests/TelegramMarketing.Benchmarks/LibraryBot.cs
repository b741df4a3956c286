using Microsoft.Extensions.DependencyInjection;
using TelegramMarketing.Delivery;
using TelegramMarketing.Hosting;

namespace TelegramMarketing.Benchmarks;

/// <summary>The library as a host registers it, at a server on loopback.</summary>
internal sealed class LibraryBot : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public LibraryBot(Uri server, string token, Action<TelegramMarketingOptions>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddTelegramMarketing(options =>
        {
            options.BotToken = token;
            options.ApiAddress = server;
            configure?.Invoke(options);
        });
        _services = services.BuildServiceProvider();
    }

    public IChannelPublisher Publisher => _services.GetRequiredService<IChannelPublisher>();

    /// <summary>Through which invitations go.</summary>
    public IBotSender Sender => _services.GetRequiredService<BotRegistry>().Get("").Sender;

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
