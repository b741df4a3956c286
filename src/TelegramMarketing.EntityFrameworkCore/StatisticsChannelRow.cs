namespace TelegramMarketing.EntityFrameworkCore;

/// <summary>A channel that is collected. Times are UTC ticks.</summary>
internal sealed class StatisticsChannelRow
{
    public long Id { get; set; }

    public string BotName { get; set; } = "";

    public string ChatKey { get; set; } = "";

    public long? LookedAt { get; set; }

    public long? CoveredFrom { get; set; }
}
