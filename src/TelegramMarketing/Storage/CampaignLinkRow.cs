namespace TelegramMarketing.Storage;

/// <summary>A link for print and posters, with the count of those who joined by it. Times are UTC ticks.</summary>
internal sealed class CampaignLinkRow
{
    public Guid Id { get; set; }

    public string BotName { get; set; } = "";

    public long ChannelId { get; set; }

    public string Campaign { get; set; } = "";

    /// <summary>The link; <see langword="null"/> while Telegram has not said it.</summary>
    public string? Address { get; set; }

    public long? ExpiresAt { get; set; }

    public bool IsEnded { get; set; }

    public int Joins { get; set; }

    /// <summary>The last update that was counted: an update that comes again after a crash is not.</summary>
    public int LastUpdateId { get; set; }
}
