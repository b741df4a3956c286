namespace TelegramMarketing;

/// <summary>The views of posts, with where each figure came from and how exact it is, and which kinds of post earn most of them.</summary>
public interface IPostStatistics
{
    /// <summary>One post: its views, reactions and what else the source shows.</summary>
    /// <returns>What is known; <see cref="PostStatistics.Availability"/> says why where nothing is.</returns>
    /// <exception cref="TelegramMarketingException"><see cref="TelegramMarketingError.Unreachable"/>: no source could be reached.</exception>
    Task<PostStatistics> GetPostAsync(PostReference post, CancellationToken cancellationToken = default);

    /// <summary>The posts of a channel over a period, newest first; an album is one post, and service messages are left out.</summary>
    /// <remarks>
    /// Of a channel that is collected (<see cref="StatisticsOptions.Channels"/>) they come from the store, as they were last read and without their text; posts of before it was collected come from the source.
    /// </remarks>
    /// <param name="channel">The channel.</param>
    /// <param name="from">The start of the period, included.</param>
    /// <param name="to">The end of the period, not included.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <exception cref="ArgumentException"><paramref name="from"/> is later than <paramref name="to"/>.</exception>
    /// <exception cref="TelegramMarketingException">
    /// <see cref="TelegramMarketingError.ChatNotFound"/>, <see cref="TelegramMarketingError.NoPublicPage"/>, <see cref="TelegramMarketingError.Unreachable"/>, or
    /// <see cref="TelegramMarketingError.TooManyRequests"/>: the list could not be read to its end. What was listed before stays true.
    /// </exception>
    IAsyncEnumerable<PostStatistics> GetChannelAsync(
        ChannelAddress channel, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="GetChannelAsync(ChannelAddress, DateTimeOffset, DateTimeOffset, CancellationToken)"/>
    /// <param name="channel">The channel.</param>
    /// <param name="from">The start of the period, included.</param>
    /// <param name="to">The end of the period, not included.</param>
    /// <param name="filter">Which posts are wanted.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    IAsyncEnumerable<PostStatistics> GetChannelAsync(
        ChannelAddress channel, DateTimeOffset from, DateTimeOffset to, PostFilter filter, CancellationToken cancellationToken = default);

    /// <summary>The figures of one post over time.</summary>
    /// <exception cref="TelegramMarketingException">The errors of <see cref="GetPostAsync"/>, where the post is not collected.</exception>
    Task<PostHistory> GetHistoryAsync(PostReference post, CancellationToken cancellationToken = default);

    /// <summary>Subscribers, joins and leaves of a channel that is collected, over a period.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="from">The start of the period, included.</param>
    /// <param name="to">The end of the period, not included.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Nothing where the channel is not among <see cref="StatisticsOptions.Channels"/>.</returns>
    /// <exception cref="ArgumentException"><paramref name="from"/> is later than <paramref name="to"/>.</exception>
    Task<AudienceHistory> GetAudienceAsync(ChannelAddress channel, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken = default);

    /// <summary>The number of subscribers, exact where the source shows it so.</summary>
    /// <returns><see langword="null"/> when no source shows it, as with a private channel on the public page.</returns>
    /// <exception cref="TelegramMarketingException">The errors of <see cref="GetChannelAsync(ChannelAddress, DateTimeOffset, DateTimeOffset, CancellationToken)"/>.</exception>
    Task<Reading?> GetSubscribersAsync(ChannelAddress channel, CancellationToken cancellationToken = default);

    /// <summary>The kinds of post published over a period, and the median views of each among comparable posts.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="from">The start of the period, included.</param>
    /// <param name="to">The end of the period, not included.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="ArgumentException"><paramref name="from"/> is later than <paramref name="to"/>.</exception>
    /// <exception cref="TelegramMarketingException">The errors of <see cref="GetChannelAsync(ChannelAddress, DateTimeOffset, DateTimeOffset, CancellationToken)"/>: a report on half a period would mislead.</exception>
    Task<EditorialReport> GetReportAsync(ChannelAddress channel, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="GetReportAsync(ChannelAddress, DateTimeOffset, DateTimeOffset, CancellationToken)"/>
    /// <param name="channel">The channel.</param>
    /// <param name="from">The start of the period, included.</param>
    /// <param name="to">The end of the period, not included.</param>
    /// <param name="options">At which age posts are compared, and in which time zone.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    Task<EditorialReport> GetReportAsync(ChannelAddress channel, DateTimeOffset from, DateTimeOffset to, ReportOptions options, CancellationToken cancellationToken = default);
}
