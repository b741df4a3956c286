namespace TelegramMarketing.Statistics;

/// <summary>What the ledger knows about a message that this library has published.</summary>
internal interface IPublishedPosts
{
    /// <summary>The publication that a message belongs to; <see langword="null"/> when the library did not publish it or no longer knows.</summary>
    /// <param name="channel">The channel as it was asked for.</param>
    /// <param name="channelId">Its numeric id, where the source has shown it.</param>
    /// <param name="messageId">The message: any item of an album, any part of a publication.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    ValueTask<PublishedPost?> FindAsync(ChannelAddress channel, long? channelId, int messageId, CancellationToken cancellationToken);
}
