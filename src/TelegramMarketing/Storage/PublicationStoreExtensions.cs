namespace TelegramMarketing.Storage;

/// <summary>What all stores give alike.</summary>
internal static class PublicationStoreExtensions
{
    /// <summary>The publication that a caller has named.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static async ValueTask<PublicationEntry> GetAsync(this IPublicationStore store, Guid id, CancellationToken cancellationToken) =>
        await store.FindAsync(id, cancellationToken).ConfigureAwait(false)
            ?? throw new InvalidOperationException($"The ledger has no publication {id}; it may be older than what the store keeps.");
}
