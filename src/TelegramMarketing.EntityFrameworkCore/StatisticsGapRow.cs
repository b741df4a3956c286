namespace TelegramMarketing.EntityFrameworkCore;

/// <summary>A time in which figures could not be read. Times are UTC ticks.</summary>
internal sealed class StatisticsGapRow
{
    public long ChannelId { get; set; }

    public long From { get; set; }

    public CollectedFigures Figures { get; set; }

    public long To { get; set; }

    public GapReason Reason { get; set; }
}
