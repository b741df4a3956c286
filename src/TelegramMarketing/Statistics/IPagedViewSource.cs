namespace TelegramMarketing.Statistics;

/// <summary>A source that shows the posts of a channel in pages, so that one read serves many.</summary>
internal interface IPagedViewSource : IViewSource
{
    /// <summary>The posts of one page, ascending, service messages included.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="before">Only messages with smaller ids; <see langword="null"/> for the latest.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="TelegramMarketingException">The page cannot be read, or is empty where posts are expected.</exception>
    Task<IReadOnlyList<PostStatistics>> ReadPageAsync(ChannelAddress channel, int? before, CancellationToken cancellationToken);
}
