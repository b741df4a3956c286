namespace TelegramMarketing.EntityFrameworkCore;

/// <summary>A post whose figures are collected; its text is not kept. Times are UTC ticks.</summary>
internal sealed class CollectedPostRow
{
    public long ChannelId { get; set; }

    public int MessageId { get; set; }

    /// <summary>The messages of an album, separated by commas.</summary>
    public string? AlbumIds { get; set; }

    public long? PublishedAt { get; set; }

    public string? Kind { get; set; }

    public KindSource KindSource { get; set; }

    /// <summary>A JSON array.</summary>
    public string? Tags { get; set; }

    public string? Signature { get; set; }

    public PostMediaType? Media { get; set; }

    public int? Length { get; set; }

    public bool? HasButtons { get; set; }

    public string? ForwardedFrom { get; set; }

    public int? ContinuationOf { get; set; }

    public long SeenAt { get; set; }

    public long? GoneAt { get; set; }

    public long? Reactions { get; set; }

    public long? PollVoters { get; set; }

    public long? Comments { get; set; }
}
