namespace TelegramMarketing.Statistics;

/// <summary>One post as the report needs it. What is not known is <see langword="null"/>.</summary>
internal sealed record ReportPost
{
    public required int MessageId { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    public PostKind? Kind { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public string? Author { get; init; }

    public PostMediaType? Media { get; init; }

    /// <summary>Characters of the text or caption.</summary>
    public int? Length { get; init; }

    public bool? HasButtons { get; init; }

    public bool IsForwarded { get; init; }

    public bool IsContinuation { get; init; }

    /// <summary>The readings of its view counter, earliest first.</summary>
    public ViewPoint[] Views { get; init; } = [];

    /// <summary>Reactions, votes and comments together, as last known.</summary>
    public long? Engagement { get; init; }

    /// <summary>Subscribers when it was published.</summary>
    public long? Subscribers { get; init; }
}
