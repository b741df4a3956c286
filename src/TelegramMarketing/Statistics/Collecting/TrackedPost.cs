using TelegramMarketing.Storage;

namespace TelegramMarketing.Statistics.Collecting;

/// <summary>A post of which readings are still due, or which stands on a page beside one.</summary>
internal sealed class TrackedPost(CollectedPost post, DateTimeOffset publishedAt)
{
    public CollectedPost Post { get; set; } = post;

    public DateTimeOffset PublishedAt { get; } = publishedAt;

    /// <summary>One bit for each age of which a reading is still wanted.</summary>
    public uint Wanted { get; set; }

    /// <summary>No reading is tried before: the latest try showed nothing, or the source limits how often it is asked.</summary>
    public DateTimeOffset NotBefore { get; set; }

    /// <summary>How many messages it takes on a page.</summary>
    public int Messages => Math.Max(1, Post.AlbumIds.Count);
}
