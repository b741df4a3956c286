namespace TelegramMarketing.Storage;

/// <summary>Keeps the publications of one bot.</summary>
internal interface IPublicationStore
{
    /// <summary>Adds a publication, or returns the one that has the same idempotency key in the same chat.</summary>
    /// <param name="entry">The new one.</param>
    /// <param name="chatKey">The chat, under the ledger's name for it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<PublicationEntry> AddAsync(PublicationEntry entry, string chatKey, CancellationToken cancellationToken);

    /// <summary>Saves what has changed. Once it returns, the change survives as long as the store does.</summary>
    ValueTask SaveAsync(PublicationEntry entry, CancellationToken cancellationToken);

    ValueTask<PublicationEntry?> FindAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>The publication that a message belongs to.</summary>
    /// <param name="chatKey">The chat, under the ledger's name for it.</param>
    /// <param name="messageId">The message.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<PublicationEntry?> FindByMessageAsync(string chatKey, int messageId, CancellationToken cancellationToken);

    /// <summary>All that are kept, oldest first.</summary>
    IAsyncEnumerable<PublicationEntry> ListAsync(CancellationToken cancellationToken);
}
