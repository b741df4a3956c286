using Microsoft.Extensions.Logging;

namespace TelegramMarketing.Updates;

/// <summary>What the pump logs. Updates are known by their ids; their content is never logged.</summary>
internal static partial class UpdateLog
{
    [LoggerMessage(5001, LogLevel.Information, "Telegram's updates are polled.")]
    public static partial void Polling(ILogger logger);

    [LoggerMessage(5002, LogLevel.Error, "Updates cannot be polled while a webhook is set for this bot. Remove the webhook, or leave UsePolling() out and push the updates to IUpdateReceiver. Tried again in {Delay}.")]
    public static partial void WebhookIsSet(ILogger logger, TimeSpan delay);

    [LoggerMessage(5003, LogLevel.Error, "Another process polls the updates of this bot; a token has one consumer. Stop it, or leave UsePolling() out here. Tried again in {Delay}.")]
    public static partial void OtherConsumer(ILogger logger, TimeSpan delay);

    [LoggerMessage(5004, LogLevel.Error, "Telegram does not accept the bot's token. Tried again in {Delay}.")]
    public static partial void TokenRefused(ILogger logger, TimeSpan delay);

    [LoggerMessage(5005, LogLevel.Warning, "Updates could not be polled: {Error}. Tried again in {Delay}.")]
    public static partial void PollFailed(ILogger logger, TelegramMarketingError error, TimeSpan delay);

    [LoggerMessage(5006, LogLevel.Error, "{Handler} failed to handle update {UpdateId}. The other handlers were told it as well, and it is not told again.")]
    public static partial void HandlerFailed(ILogger logger, Exception exception, string handler, int updateId);

    [LoggerMessage(5007, LogLevel.Debug, "Update {UpdateId} came again and was ignored.")]
    public static partial void CameAgain(ILogger logger, int updateId);
}
