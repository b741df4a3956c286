using Microsoft.Extensions.DependencyInjection;
using TelegramMarketing.Hosting;
using TelegramMarketing.Testing;

namespace TelegramMarketing;

/// <summary>Puts an <see cref="InMemoryTelegram"/> in the place of the real one.</summary>
public static class InMemoryTelegramExtensions
{
    /// <summary>
    /// Connects the bot to a Telegram in memory: requests go to it, the library runs on its clock, and the bot's token is filled in where the
    /// options have none. The host's own clock is left alone.
    /// </summary>
    /// <param name="builder">The bot.</param>
    /// <param name="telegram">The Telegram in memory.</param>
    /// <param name="bot">The bot whose token is filled in; null for the first one that <paramref name="telegram"/> has when the options are made.</param>
    public static ITelegramMarketingBuilder UseInMemoryTelegram(this ITelegramMarketingBuilder builder, InMemoryTelegram telegram, TelegramBot? bot = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(telegram);
        foreach (var client in (string[])[HttpClientNames.BotApi(builder.Name), HttpClientNames.PublicPages(builder.Name), HttpClientNames.Tdlight(builder.Name)])
        {
            builder.Services.AddHttpClient(client)
                .ConfigurePrimaryHttpMessageHandler(telegram.CreateHandler)
                .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        }

        builder.Services.AddKeyedSingleton(ClockKey.For(builder.Name), telegram.Clock);
        builder.Services.PostConfigure<TelegramMarketingOptions>(builder.Name, options =>
        {
            if (options.BotToken.Length == 0 && (bot ?? (telegram.Bots is [var first, ..] ? first : null)) is { } known)
            {
                options.BotToken = known.Token;
            }
        });
        return builder;
    }
}
