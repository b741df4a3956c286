namespace TelegramMarketing;

/// <summary>What has become of every publication, and the way to settle by hand what the library cannot.</summary>
public interface IPublicationLedger
{
    /// <summary>One publication, or <see langword="null"/> when the ledger has never had it or no longer keeps it.</summary>
    Task<Publication?> FindAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>The publication that has an idempotency key in a channel, or <see langword="null"/> when none has, or the ledger no longer keeps it.</summary>
    Task<Publication?> FindAsync(ChannelAddress channel, string idempotencyKey, CancellationToken cancellationToken = default);

    /// <summary>Publications, oldest first; those of one state by the time they are or were due.</summary>
    /// <param name="state">Only those in this state; <see langword="null"/> for all.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    IAsyncEnumerable<Publication> ListAsync(PublicationState? state = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Settles an <see cref="PublicationState.Unknown"/> publication: somebody has looked, and the part in doubt is in the channel under these ids.
    /// </summary>
    /// <exception cref="InvalidOperationException">The publication is not there or not Unknown.</exception>
    Task<Publication> SettleAsPublishedAsync(Guid id, IReadOnlyList<int> messageIds, CancellationToken cancellationToken = default);

    /// <summary>
    /// Settles an <see cref="PublicationState.Unknown"/> publication: somebody has looked, and the part in doubt is not in the channel. It becomes
    /// <see cref="PublicationState.Cancelled"/>, and an equal post may be published again.
    /// </summary>
    /// <exception cref="InvalidOperationException">The publication is not there or not Unknown.</exception>
    Task<Publication> SettleAsNotPublishedAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>Cancels a publication that is <see cref="PublicationState.Held"/> or waiting for its turn.</summary>
    /// <returns>The publication: Cancelled, or as it was when it had already ended or its send had begun.</returns>
    Task<Publication> CancelAsync(Guid id, CancellationToken cancellationToken = default);
}
