namespace TelegramMarketing;

/// <summary>The views of posts, with where each figure came from and how exact it is, and which kinds of post earn most of them.</summary>
public interface IPostStatistics
{
    /// <summary>One post: its views, reactions and what else the source shows.</summary>
    /// <returns>What is known; <see cref="PostStatistics.Availability"/> says why where nothing is.</returns>
    /// <exception cref="TelegramMarketingException"><see cref="TelegramMarketingError.Unreachable"/>: no source could be reached.</exception>
    Task<PostStatistics> GetPostAsync(PostReference post, CancellationToken cancellationToken = default);

    /// <summary>The posts of a channel over a period, newest first; an album is one post, and service messages are left out.</summary>
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

    /// <summary>The number of subscribers, exact where the source shows it so.</summary>
    /// <returns><see langword="null"/> when no source shows it, as with a private channel on the public page.</returns>
    /// <exception cref="TelegramMarketingException">The errors of <see cref="GetChannelAsync"/>.</exception>
    Task<Reading?> GetSubscribersAsync(ChannelAddress channel, CancellationToken cancellationToken = default);

    /// <summary>The kinds of post published over a period, and the median views of each among comparable posts.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="from">The start of the period, included.</param>
    /// <param name="to">The end of the period, not included.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="ArgumentException"><paramref name="from"/> is later than <paramref name="to"/>.</exception>
    /// <exception cref="TelegramMarketingException">The errors of <see cref="GetChannelAsync"/>: a report on half a period would mislead.</exception>
    Task<EditorialReport> GetReportAsync(ChannelAddress channel, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="GetReportAsync(ChannelAddress, DateTimeOffset, DateTimeOffset, CancellationToken)"/>
    /// <param name="channel">The channel.</param>
    /// <param name="from">The start of the period, included.</param>
    /// <param name="to">The end of the period, not included.</param>
    /// <param name="options">At which age posts are compared, and in which time zone.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    Task<EditorialReport> GetReportAsync(ChannelAddress channel, DateTimeOffset from, DateTimeOffset to, ReportOptions options, CancellationToken cancellationToken = default);
}
