using Microsoft.Extensions.Hosting;

namespace TelegramMarketing.Hosting;

/// <summary>The one hosted service: runs the background work of every bot.</summary>
internal sealed class TelegramMarketingService(BotRegistry registry, IEnumerable<BotRegistration> registrations) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var registration in registrations)
        {
            await registry.Get(registration.Name).PrepareAsync(cancellationToken).ConfigureAwait(false);
        }

        registry.Start();
    }

    public Task StopAsync(CancellationToken cancellationToken) => registry.StopAsync(cancellationToken);
}
