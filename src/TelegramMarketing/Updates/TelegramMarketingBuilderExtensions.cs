using Microsoft.Extensions.DependencyInjection;
using TelegramMarketing.Updates;

namespace TelegramMarketing;

/// <summary>How a bot's updates arrive.</summary>
public static class TelegramMarketingBuilderExtensions
{
    /// <summary>
    /// Polls Telegram for the bot's updates while the host runs: starts of the bot, joins, leaves, opt-outs, reactions. A token has one consumer of its updates: leave it out where
    /// another process polls or a webhook is set, and push the updates to <see cref="BotApi.IUpdateReceiver"/> instead. A webhook is never deleted.
    /// </summary>
    /// <param name="builder">The bot.</param>
    public static ITelegramMarketingBuilder UsePolling(this ITelegramMarketingBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Configure<UpdateOptions>(builder.Name, static options => options.Poll = true);
        return builder;
    }
}
