using Microsoft.Extensions.Hosting;

namespace TelegramMarketing.Hosting;

/// <summary>The one hosted service: runs the background work of every bot.</summary>
internal sealed class TelegramMarketingService(BotRegistry registry, IEnumerable<BotRegistration> registrations) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var registration in registrations)
        {
            registry.Get(registration.Name);
        }

        registry.Start();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => registry.StopAsync();
}
