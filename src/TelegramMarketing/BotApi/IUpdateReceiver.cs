using Telegram.Bot.Types;

namespace TelegramMarketing.BotApi;

/// <summary>
/// Takes the bot's updates from a host that receives them itself, by a webhook or a poll of its own. The host must ask Telegram for <c>message</c>, <c>my_chat_member</c> and
/// <c>chat_member</c> in its allowed updates: the last comes only when it is asked for.
/// </summary>
public interface IUpdateReceiver
{
    /// <summary>
    /// Handles one update, and returns when that is done. An update that comes twice is handled once. Updates of one chat must be handed over in their order.
    /// </summary>
    /// <param name="update">The update.</param>
    /// <param name="cancellationToken">Cancels the handling; the update may then be handed over again.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    Task ReceiveAsync(Update update, CancellationToken cancellationToken = default);
}
