namespace TelegramMarketing;

/// <summary>What a source shows about one post. What it does not show is <see langword="null"/>, never 0.</summary>
public sealed record PostStatistics
{
    /// <summary>The post, as it was asked for; of an album listed with its channel, the first item.</summary>
    public required PostReference Post { get; init; }

    /// <summary>Whether the post could be read, and if not, why.</summary>
    public required PostAvailability Availability { get; init; }

    /// <summary>The view counter. An item of an album has the counter of its album.</summary>
    /// <value><see langword="null"/> when unknown; an exact 0 only where the source says 0.</value>
    /// <remarks>The counter of a forwarded post is that of the original, wherever it is read.</remarks>
    public Reading? Views { get; init; }

    /// <summary>The reactions that the source shows, in its order.</summary>
    /// <value>Empty when it shows none.</value>
    public IReadOnlyList<ReactionCount> Reactions { get; init; } = [];

    /// <summary>When the post was published: the original time, also of an edited post.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>The author's signature, where the channel signs.</summary>
    public string? Signature { get; init; }

    /// <summary>The post is marked as edited.</summary>
    public bool IsEdited { get; init; }

    /// <summary>The post's text or caption without markup, lines separated by <c>\n</c>.</summary>
    /// <value><see langword="null"/> when it has none, or none is shown.</value>
    public string? Text { get; init; }

    /// <summary>All messages of the album that the post belongs to, ascending.</summary>
    /// <value>Empty when it is not known to be an album.</value>
    public IReadOnlyList<int> AlbumMessageIds { get; init; } = [];

    /// <summary>The post belongs to an album, and its figures are the album's.</summary>
    public bool IsAlbum => AlbumMessageIds.Count > 0;

    /// <summary>The name of who is named as the origin of a forwarded post.</summary>
    public string? ForwardedFrom { get; init; }

    /// <summary>The post shows a picture, video, file, sticker, place or poll.</summary>
    public bool HasMedia { get; init; }

    /// <summary>How many people have voted, where the post is a poll.</summary>
    public Reading? PollVoters { get; init; }

    /// <summary>What the post shows besides its text.</summary>
    /// <value><see langword="null"/> when unknown.</value>
    public PostMediaType? Media { get; init; }

    /// <summary>The length of its text, in Unicode characters as Telegram counts them; 0 without a text.</summary>
    /// <value><see langword="null"/> when unknown.</value>
    public int? Length { get; init; }

    /// <summary>It has buttons.</summary>
    /// <value><see langword="null"/> when unknown: a page without buttons does not prove that there are none.</value>
    public bool? HasButtons { get; init; }

    /// <summary>The comments, where they are counted.</summary>
    /// <value><see langword="null"/> when unknown.</value>
    public Reading? Comments { get; init; }

    /// <summary>The numeric id of the channel (<c>-100…</c>), where the source shows it.</summary>
    public long? ChannelId { get; init; }

    /// <summary>The editorial category.</summary>
    /// <value><see langword="null"/> when it is not known: it is never guessed.</value>
    public PostKind? Kind { get; init; }

    /// <summary>Where <see cref="Kind"/> comes from.</summary>
    public KindSource KindSource { get; init; }

    /// <summary>The host's own labels, when this library published the post.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The first message of the publication that this message continues, such as the text that follows an album.</summary>
    /// <value><see langword="null"/> when it is a post of its own.</value>
    public PostReference? ContinuationOf { get; init; }
}
