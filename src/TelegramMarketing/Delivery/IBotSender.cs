using Telegram.Bot.Requests.Abstractions;
using TelegramMarketing.BotApi;

namespace TelegramMarketing.Delivery;

/// <summary>The sender of one bot: it owns the bot's pace and its outbox, and everything that is sent goes through it.</summary>
internal interface IBotSender
{
    /// <summary>
    /// Sends one message at the bot's pace. Waits and tries again while it provably was not sent (429, no connection), until the
    /// grace period ends; any other failure is returned.
    /// </summary>
    /// <param name="chat">Where to.</param>
    /// <param name="message">What.</param>
    /// <param name="priority">Posts go before bulk.</param>
    /// <param name="intent">What to record when the message's turn has come, before each try; what it throws is thrown, and nothing is sent.</param>
    /// <param name="cancellationToken">Cancels the waiting; a send that has begun is finished and returned.</param>
    Task<BotAnswer<SentMessages>> SendAsync(ChatTarget chat, PlannedMessage message, SendPriority priority, SendIntent? intent, CancellationToken cancellationToken);

    /// <summary>
    /// Calls a method that sends no message (edit, delete, pin, get…, links). Waits out 429 and lost connections for a minute.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="repeatable">Repeating is harmless, so that an unknown outcome is tried again as well.</param>
    /// <param name="cancellationToken">Cancels the waiting.</param>
    /// <returns>The result; <see langword="default"/> when Telegram says that all is already as asked (message is not modified, message to delete not found).</returns>
    /// <exception cref="TelegramMarketingException">Telegram said no, or gave no answer.</exception>
    Task<T?> CallAsync<T>(IRequest<T> request, bool repeatable, CancellationToken cancellationToken);
}
