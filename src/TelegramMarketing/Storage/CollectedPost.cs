namespace TelegramMarketing.Storage;

/// <summary>A post as the statistics keep it: everything but its text. What is not known is <see langword="null"/>.</summary>
internal sealed record CollectedPost
{
    /// <summary>Its message; of an album the first.</summary>
    public required int MessageId { get; init; }

    /// <summary>All messages of an album, ascending; empty when it is none.</summary>
    public IReadOnlyList<int> AlbumIds { get; init; } = [];

    public DateTimeOffset? PublishedAt { get; init; }

    public PostKind? Kind { get; init; }

    public KindSource KindSource { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public string? Signature { get; init; }

    public PostMediaType? Media { get; init; }

    /// <summary>Characters of its text.</summary>
    public int? Length { get; init; }

    public bool? HasButtons { get; init; }

    public string? ForwardedFrom { get; init; }

    /// <summary>The first message of the publication that it continues.</summary>
    public int? ContinuationOf { get; init; }

    /// <summary>When it was first seen.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>When it was found to be gone.</summary>
    public DateTimeOffset? GoneAt { get; init; }

    /// <summary>All reactions together, as last known; kept by the store from what it is given of <see cref="FigureReading"/>.</summary>
    public long? Reactions { get; init; }

    /// <inheritdoc cref="Reactions"/>
    public long? PollVoters { get; init; }

    /// <inheritdoc cref="Reactions"/>
    public long? Comments { get; init; }

    /// <summary>Its last message.</summary>
    public int LastMessageId => AlbumIds.Count > 0 ? AlbumIds[^1] : MessageId;

    public bool Holds(int messageId) => MessageId == messageId || AlbumIds.Contains(messageId);
}
