namespace TelegramMarketing.EntityFrameworkCore;

/// <summary>A reading of a view counter. Times and durations are ticks.</summary>
internal sealed class ViewReadingRow
{
    public long ChannelId { get; set; }

    public int MessageId { get; set; }

    public long ObservedAt { get; set; }

    public string Source { get; set; } = "";

    public long Staleness { get; set; }

    public long Low { get; set; }

    public long High { get; set; }

    public long Value { get; set; }

    /// <summary>The text as it was read, where it is not just the digits.</summary>
    public string? Raw { get; set; }
}
