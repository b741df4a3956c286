namespace TelegramMarketing;

/// <summary>Shorter ways to call <see cref="IChannelPublisher"/>.</summary>
public static class ChannelPublisherExtensions
{
    /// <inheritdoc cref="IChannelPublisher.PublishAsync"/>
    /// <exception cref="FormatException"><paramref name="channel"/> is no channel address.</exception>
    public static Task<Publication> PublishAsync(this IChannelPublisher publisher, string channel, Post post, string? idempotencyKey = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(publisher);
        return publisher.PublishAsync(ChannelAddress.Parse(channel), post, idempotencyKey, cancellationToken);
    }

    /// <summary>Deletes every message of a publication.</summary>
    /// <inheritdoc cref="IChannelPublisher.DeleteAsync"/>
    public static async Task DeleteAsync(this IChannelPublisher publisher, Publication publication, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(publisher);
        ArgumentNullException.ThrowIfNull(publication);
        foreach (var message in publication.Messages)
        {
            await publisher.DeleteAsync(message, cancellationToken).ConfigureAwait(false);
        }
    }
}
