namespace TelegramMarketing.EntityFrameworkCore;

/// <summary>The ledger's name of a chat, with the id that Telegram has told since.</summary>
internal sealed class ChatRow
{
    public string BotName { get; set; } = "";

    public string ChatKey { get; set; } = "";

    public long ChatId { get; set; }
}
