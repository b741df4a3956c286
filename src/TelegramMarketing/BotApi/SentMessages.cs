using Telegram.Bot.Types;

namespace TelegramMarketing.BotApi;

/// <summary>What Telegram confirmed of a send.</summary>
/// <param name="ChatId">The numeric id of the chat.</param>
/// <param name="ChatUsername">Its public username, where it has one.</param>
/// <param name="MessageIds">The ids, in order.</param>
/// <param name="Date">Telegram's date of the first message.</param>
internal sealed record SentMessages(long ChatId, string? ChatUsername, IReadOnlyList<int> MessageIds, DateTimeOffset Date)
{
    /// <summary>What these messages say, of one send and in order.</summary>
    public static SentMessages Of(params ReadOnlySpan<Message> messages) =>
        new(messages[0].Chat.Id, messages[0].Chat.Username, IdsOf(messages), new DateTimeOffset(DateTime.SpecifyKind(messages[0].Date, DateTimeKind.Utc)));

    private static int[] IdsOf(ReadOnlySpan<Message> messages)
    {
        var ids = new int[messages.Length];
        for (var i = 0; i < ids.Length; i++)
        {
            ids[i] = messages[i].Id;
        }

        return ids;
    }
}
