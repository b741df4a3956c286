namespace TelegramMarketing.BotApi;

/// <summary>What Telegram confirmed of a send.</summary>
/// <param name="ChatId">The numeric id of the chat.</param>
/// <param name="ChatUsername">Its public username, where it has one.</param>
/// <param name="MessageIds">The ids, in order.</param>
/// <param name="Date">Telegram's date of the first message.</param>
internal sealed record SentMessages(long ChatId, string? ChatUsername, IReadOnlyList<int> MessageIds, DateTimeOffset Date);
