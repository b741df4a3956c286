using TelegramMarketing.Storage;

namespace TelegramMarketing.Statistics.Collecting;

/// <summary>What the library knows of a post at the moment at which it has published it.</summary>
internal static class PublishedPostReader
{
    /// <summary>The posts that a publication has become: its first part, and those that continue it.</summary>
    public static IReadOnlyList<CollectedPost> Read(PublicationEntry entry, DateTimeOffset now)
    {
        if (entry is not { Parts: { } parts, FirstMessageId: { } first, PublishedAt: { } publishedAt })
        {
            return [];
        }

        var posts = new List<CollectedPost>();
        var ids = entry.MessageIds;
        var used = 0;
        foreach (var part in parts)
        {
            var own = ids[used..Math.Min(used + part.Cost, ids.Length)];
            used += own.Length;
            if (own.Length == 0)
            {
                break;
            }

            posts.Add(new CollectedPost
            {
                MessageId = own[0],
                AlbumIds = own.Length > 1 ? own : [],
                PublishedAt = publishedAt,
                Kind = entry.Kind,
                KindSource = KindSource.Ledger,
                Tags = entry.Tags,
                Media = MediaOf(part),
                Length = part.Text?.Length ?? 0,
                HasButtons = part.Buttons.Count > 0,
                ContinuationOf = own[0] == first ? null : first,
                SeenAt = now,
            });
        }

        return posts;
    }

    private static PostMediaType MediaOf(PlannedMessage part) => part.Media switch
    {
        [] => PostMediaType.None,
        [var only] => only.Kind switch
        {
            PostMediaKind.Photo => PostMediaType.Photo,
            PostMediaKind.Document => PostMediaType.Document,
            PostMediaKind.Audio => PostMediaType.Audio,
            PostMediaKind.Sticker => PostMediaType.Sticker,
            _ => PostMediaType.Video,
        },
        _ => PostMediaType.Album,
    };
}
