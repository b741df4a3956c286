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

    /// <inheritdoc cref="IChannelPublisher.PublishToAsync"/>
    /// <exception cref="FormatException">One of <paramref name="channels"/> is no channel address; nothing was sent anywhere.</exception>
    public static Task<IReadOnlyList<ChannelOutcome>> PublishToAsync(
        this IChannelPublisher publisher, IReadOnlyCollection<string> channels, Post post, string? idempotencyKey = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(publisher);
        ArgumentNullException.ThrowIfNull(channels);
        return publisher.PublishToAsync([.. channels.Select(ChannelAddress.Parse)], post, idempotencyKey, cancellationToken);
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
