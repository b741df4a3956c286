namespace TelegramMarketing.EntityFrameworkCore;

/// <summary>A reading of another figure of a post, or with message 0 of the channel. Times and durations are ticks.</summary>
internal sealed class FigureReadingRow
{
    public long ChannelId { get; set; }

    public int MessageId { get; set; }

    public CollectedFigures Figure { get; set; }

    public long ObservedAt { get; set; }

    public string Source { get; set; } = "";

    public long Staleness { get; set; }

    public long Low { get; set; }

    public long High { get; set; }

    public long Value { get; set; }

    /// <summary>The text as it was read, where it is not just the digits.</summary>
    public string? Raw { get; set; }

    /// <summary>The reactions one by one, as JSON.</summary>
    public string? Reactions { get; set; }
}
