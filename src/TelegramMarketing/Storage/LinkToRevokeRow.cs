namespace TelegramMarketing.Storage;

/// <summary>A link that is to be revoked. It says nothing of whom it was made for, and goes once Telegram has revoked it.</summary>
internal sealed class LinkToRevokeRow
{
    public string BotName { get; set; } = "";

    public string Link { get; set; } = "";

    public long ChannelId { get; set; }

    /// <summary>From when on, in UTC ticks.</summary>
    public long DueAt { get; set; }
}
