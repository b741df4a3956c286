using Microsoft.Extensions.Diagnostics.HealthChecks;
using TelegramMarketing.Hosting;

namespace TelegramMarketing.Diagnostics;

/// <summary>Puts what was found into the host's terms.</summary>
internal sealed class BotHealthCheck(BotRegistry registry, string bot, IReadOnlyList<ChannelAddress> channels) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var findings = await registry.Get(bot).Health.ExamineAsync(channels, cancellationToken).ConfigureAwait(false);
        var status = findings.CannotWork ? context.Registration.FailureStatus
            : findings.IsImpaired ? HealthStatus.Degraded
            : HealthStatus.Healthy;
        return new HealthCheckResult(status, findings.ToString(), exception: null, findings.Data);
    }
}
