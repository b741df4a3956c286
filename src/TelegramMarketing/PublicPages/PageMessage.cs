namespace TelegramMarketing.PublicPages;

/// <summary>One message block of a page, as far as it could be read.</summary>
internal sealed record PageMessage
{
    public required PostName Name { get; init; }

    public long? ChannelId { get; init; }

    public bool IsService { get; init; }

    public Count? Views { get; init; }

    public Count? PollVoters { get; init; }

    public IReadOnlyList<ReactionCount> Reactions { get; init; } = [];

    public DateTimeOffset? PublishedAt { get; init; }

    public string? Signature { get; init; }

    public bool IsEdited { get; init; }

    public string? Text { get; init; }

    public string? ForwardedFrom { get; init; }

    public bool HasMedia { get; init; }

    /// <summary>What it shows besides its text; <see langword="null"/> when that cannot be told.</summary>
    public PostMediaType? Media { get; init; }

    public bool? HasButtons { get; init; }

    /// <summary>The items of its album, ascending; empty when it is none.</summary>
    public IReadOnlyList<int> AlbumIds { get; init; } = [];

    public int FirstId => AlbumIds.Count > 0 ? Math.Min(AlbumIds[0], Name.MessageId) : Name.MessageId;

    public int LastId => AlbumIds.Count > 0 ? Math.Max(AlbumIds[^1], Name.MessageId) : Name.MessageId;

    public bool Holds(int messageId) => Name.MessageId == messageId || AlbumIds.Contains(messageId);

    /// <summary>Joins the two halves of an album that the end of a page has cut; <see langword="null"/> when they are not one album.</summary>
    public PageMessage? TryJoin(PageMessage newer)
    {
        var bothMayBeItems = HasMedia && newer.HasMedia && (AlbumIds.Count > 0 || newer.AlbumIds.Count > 0);
        var size = newer.LastId - FirstId + 1;
        return bothMayBeItems && newer.FirstId == LastId + 1 && size <= 10 && PublishedAt is not null && PublishedAt == newer.PublishedAt
            ? this with
            {
                AlbumIds = [.. Ids(this), .. Ids(newer)],
                Media = PostMediaType.Album,
                Text = Text ?? newer.Text,
                Views = newer.Views ?? Views,
                Reactions = Reactions.Count > 0 ? Reactions : newer.Reactions,
            }
            : null;
    }

    private static IReadOnlyList<int> Ids(PageMessage message) => message.AlbumIds.Count > 0 ? message.AlbumIds : [message.Name.MessageId];
}
