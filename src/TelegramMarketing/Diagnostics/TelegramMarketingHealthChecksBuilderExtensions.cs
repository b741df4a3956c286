using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using TelegramMarketing.Diagnostics;
using TelegramMarketing.Hosting;

namespace TelegramMarketing;

/// <summary>The health check of a bot.</summary>
public static class TelegramMarketingHealthChecksBuilderExtensions
{
    /// <summary>
    /// Checks that a bot can do its work: its token, its rights in the given channels, its updates, and what has become of its publications.
    /// </summary>
    /// <param name="builder">The health checks of the host.</param>
    /// <param name="name">The name of the check.</param>
    /// <param name="bot">The bot, under the name given to <c>AddTelegramMarketing</c>; empty for the default one.</param>
    /// <param name="channels">The channels in which the bot must be able to post; <see langword="null"/> to check none.</param>
    /// <param name="failureStatus">What is reported when the bot cannot do its work; <see langword="null"/> for <see cref="HealthStatus.Unhealthy"/>.</param>
    /// <param name="tags">Tags by which the host chooses checks.</param>
    /// <returns><paramref name="builder"/>.</returns>
    /// <remarks>
    /// <para>
    /// Reported as <paramref name="failureStatus"/>: Telegram or the store cannot be reached, the token is refused, a right to post is missing, a publication is Held. Reported as
    /// <see cref="HealthStatus.Degraded"/>: a publication is Unknown or was Missed in the last 24 hours, something else takes the bot's updates while it polls, or joins are not reported to
    /// it. The data hold counts, ids and rights; neither they nor the description hold a token, the address of a webhook or the text of a post.
    /// </para>
    /// <para>Telegram's answers are used for 30 seconds, however often the host is probed; a check ends within 10 seconds of the library's clock.</para>
    /// </remarks>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty, or <paramref name="channels"/> holds <see langword="null"/>.</exception>
    public static IHealthChecksBuilder AddTelegramMarketing(
        this IHealthChecksBuilder builder,
        string name = "telegram-marketing",
        string bot = "",
        IEnumerable<ChannelAddress>? channels = null,
        HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(bot);
        ChannelAddress[] list = [.. channels ?? []];
        if (Array.Exists(list, static channel => channel is null))
        {
            throw new ArgumentException("One of the channels is null. Name each as @username, as a link or by its id.", nameof(channels));
        }

        return builder.Add(new HealthCheckRegistration(name, services => new BotHealthCheck(RegistryOf(services), bot, list), failureStatus, tags));
    }

    private static BotRegistry RegistryOf(IServiceProvider services) =>
        services.GetService<BotRegistry>() ?? throw new InvalidOperationException("The health check has no bot to check. Call services.AddTelegramMarketing(…) as well.");
}
