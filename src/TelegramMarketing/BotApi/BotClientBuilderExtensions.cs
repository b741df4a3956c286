using Microsoft.Extensions.DependencyInjection;
using Telegram.Bot;
using TelegramMarketing.Hosting;

namespace TelegramMarketing.BotApi;

/// <summary>For hosts that run a bot of their own with Telegram.Bot.</summary>
public static class BotClientBuilderExtensions
{
    /// <summary>
    /// Uses the host's own client instead of one from <see cref="TelegramMarketingOptions.BotToken"/>.
    /// </summary>
    /// <param name="builder">The bot.</param>
    /// <param name="create">Gives the client; called once.</param>
    /// <remarks>
    /// Set <c>RetryThreshold = 0</c> in its options, since it would repeat sends by itself, and give its <c>HttpClient</c> a time-out
    /// of 60 seconds or more and no handler that repeats requests.
    /// </remarks>
    public static ITelegramMarketingBuilder UseBotClient(this ITelegramMarketingBuilder builder, Func<IServiceProvider, ITelegramBotClient> create)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(create);
        builder.Services.AddSingleton(new HostsClient(builder.Name, create));
        return builder;
    }
}
