namespace TelegramMarketing.EntityFrameworkCore;

/// <summary>Who may send for a bot, and until when, in UTC ticks.</summary>
internal sealed class LeaseRow
{
    public string BotName { get; set; } = "";

    public string Owner { get; set; } = "";

    public long Until { get; set; }
}
