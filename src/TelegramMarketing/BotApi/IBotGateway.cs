namespace TelegramMarketing.BotApi;

/// <summary>
/// The one place that calls Telegram.Bot, and the one place that understands its answers. Never throws for what Telegram
/// answers or fails to answer; every call has its own time-out on the library's clock.
/// </summary>
internal interface IBotGateway
{
    /// <summary>Sends one planned message. The token is the host's shutdown, not the caller's patience.</summary>
    ValueTask<BotAnswer<SentMessages>> SendAsync(ChatTarget chat, PlannedMessage message, int? replyTo, CancellationToken cancellationToken);

    /// <summary>Replaces the media of a message; the file is opened anew for every call.</summary>
    Task<BotAnswer<Telegram.Bot.Types.Message>> EditMediaAsync(ChatTarget chat, int messageId, PlannedMessage content, CancellationToken cancellationToken);

    /// <summary>Any other call.</summary>
    Task<BotAnswer<T>> CallAsync<T>(Telegram.Bot.Requests.Abstractions.IRequest<T> request, TimeSpan timeout, CancellationToken cancellationToken);
}
