namespace TelegramMarketing.EntityFrameworkCore;

/// <summary>A message that Telegram has confirmed.</summary>
internal sealed class MessageRow
{
    public Guid PublicationId { get; set; }

    /// <summary>Its place among the messages of its publication, from 0.</summary>
    public int Ordinal { get; set; }

    public string BotName { get; set; } = "";

    public string ChatKey { get; set; } = "";

    public int MessageId { get; set; }
}
