namespace TelegramMarketing.Storage;

/// <summary>Keeps what is collected about the channels of one bot. A channel is known by the name under which it is collected.</summary>
/// <remarks>A store that fails throws <see cref="TelegramMarketingException"/> with <see cref="TelegramMarketingError.StorageUnavailable"/>.</remarks>
internal interface IStatisticsStore
{
    /// <summary>Keeps a change as a whole. The same reading twice is one; a post replaces what was known of it, but its figures.</summary>
    ValueTask SaveAsync(string chatKey, StatisticsChange change, CancellationToken cancellationToken);

    /// <summary>How far a channel is collected; <see langword="null"/> when nothing is.</summary>
    ValueTask<CollectedChannel?> FindChannelAsync(string chatKey, CancellationToken cancellationToken);

    /// <summary>The post that a message belongs to.</summary>
    ValueTask<CollectedPost?> FindPostAsync(string chatKey, int messageId, CancellationToken cancellationToken);

    /// <summary>The message id of the post that a thread in a discussion group comments on.</summary>
    ValueTask<int?> FindThreadAsync(string chatKey, long groupId, int threadId, CancellationToken cancellationToken);

    /// <summary>Posts of a period with what is last known of them, newest first.</summary>
    /// <param name="chatKey">The channel.</param>
    /// <param name="from">The start of the period, included.</param>
    /// <param name="to">The end of the period, not included.</param>
    /// <param name="before">Only messages with smaller ids; <see langword="null"/> for the first page.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<IReadOnlyList<LatestFigures>> LoadPageAsync(string chatKey, DateTimeOffset from, DateTimeOffset to, int? before, int limit, CancellationToken cancellationToken);

    /// <summary>The view counter of a post over time, earliest first.</summary>
    ValueTask<IReadOnlyList<Reading>> LoadViewsAsync(string chatKey, int messageId, CancellationToken cancellationToken);

    /// <summary>The other figures of a post, or those of the channel, over time, earliest first.</summary>
    ValueTask<IReadOnlyList<FigureReading>> LoadFiguresAsync(string chatKey, int messageId, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);

    /// <summary>The posts of a period with all readings of their view counters, oldest message first.</summary>
    IAsyncEnumerable<PostViews> ReadViewsAsync(string chatKey, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);

    /// <summary>The gaps that reach into a period, earliest first.</summary>
    ValueTask<IReadOnlyList<StatisticsGap>> LoadGapsAsync(string chatKey, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);

    /// <summary>Joins and leaves over a period, as far as they were told.</summary>
    ValueTask<MemberCount> CountMembersAsync(string chatKey, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);

    /// <summary>Forgets what is older, of all channels: posts that were published before, with their figures; the oldest first.</summary>
    /// <returns>How many posts; fewer than <paramref name="limit"/> when no more are left.</returns>
    ValueTask<int> DeleteBeforeAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken);
}
