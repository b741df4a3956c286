namespace TelegramMarketing.Storage;

/// <summary>
/// Keeps the publications of one bot. While a publication is in use, everybody gets the same <see cref="PublicationEntry"/> for it. Where
/// several processes share a store, a change is saved only if nobody else has changed the row meanwhile.
/// </summary>
/// <remarks>A store that fails throws <see cref="TelegramMarketingException"/> with <see cref="TelegramMarketingError.StorageUnavailable"/>.</remarks>
internal interface IPublicationStore
{
    /// <summary>Adds a publication, or returns the one that has the same idempotency key in the same chat.</summary>
    /// <param name="entry">The new one.</param>
    /// <param name="chatKey">The chat, under the ledger's name for it.</param>
    /// <param name="cancellationToken">Gives up before it is written; what is being written is awaited.</param>
    ValueTask<PublicationEntry> AddAsync(PublicationEntry entry, string chatKey, CancellationToken cancellationToken);

    /// <summary>Saves what has changed. Once it returns, the change survives as long as the store does. Saves of one publication keep their order.</summary>
    /// <exception cref="TelegramMarketingException">
    /// <see cref="TelegramMarketingError.StorageUnavailable"/>. When another process has changed the publication meanwhile, it is caused by a
    /// <see cref="PublicationChangedException"/>, nothing was saved, and the entry stands as the store says. After any other failure saving may be tried again.
    /// </exception>
    ValueTask SaveAsync(PublicationEntry entry, CancellationToken cancellationToken);

    /// <summary>
    /// The publication as it stands in the store, what other processes have saved included; with its parts while it has not ended, or with the reason why they are
    /// <see cref="PublicationEntry.Unreadable"/>.
    /// </summary>
    ValueTask<PublicationEntry?> FindAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>The publication that a message belongs to; the latest, should several claim it. Without its parts.</summary>
    /// <param name="chatKey">The chat, under the ledger's name for it.</param>
    /// <param name="messageId">The message.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<PublicationEntry?> FindByMessageAsync(string chatKey, int messageId, CancellationToken cancellationToken);

    /// <summary>The publication that has an idempotency key in a chat. Without its parts.</summary>
    /// <param name="chatKey">The chat, under the ledger's name for it.</param>
    /// <param name="idempotencyKey">The key.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<PublicationEntry?> FindByKeyAsync(string chatKey, string idempotencyKey, CancellationToken cancellationToken);

    /// <summary>All that are kept, oldest first, or those of one state by the time they are or were due. Without their parts; read in pages.</summary>
    IAsyncEnumerable<PublicationEntry> ListAsync(PublicationState? state, CancellationToken cancellationToken);

    /// <summary>
    /// Those in the middle of something: Sending, Held and Unknown, in the order in which they were due, with their parts, as <see cref="FindAsync"/> gives them.
    /// Scheduled ones, of which a part may have been sent already, are found by <see cref="FindDueAsync"/>.
    /// </summary>
    IAsyncEnumerable<PublicationEntry> LoadUnfinishedAsync(CancellationToken cancellationToken);

    /// <summary>Scheduled publications whose time has come, in the order of their times, with their parts, as <see cref="FindAsync"/> gives them.</summary>
    /// <param name="now">The present time.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="after">The last one of the page before; <see langword="null"/> for the first page.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<IReadOnlyList<PublicationEntry>> FindDueAsync(DateTimeOffset now, int limit, PublicationEntry? after, CancellationToken cancellationToken);

    /// <summary>The earliest time at which a Scheduled publication is due, past ones included; <see langword="null"/> when none is scheduled.</summary>
    ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken);

    /// <summary>The chats of which publications are kept, under the ledger's names for them, with the highest message id known in each.</summary>
    ValueTask<IReadOnlyList<StoredChat>> LoadChatsAsync(CancellationToken cancellationToken);

    /// <summary>What was sent since then and confirmed, for whoever goes on at the same pace.</summary>
    /// <exception cref="TelegramMarketingException"><see cref="TelegramMarketingError.StorageUnavailable"/>.</exception>
    ValueTask<IReadOnlyList<StoredSend>> LoadSentSinceAsync(DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Forgets publications that ended before, with their messages and idempotency keys, the oldest first.</summary>
    /// <returns>How many; fewer than <paramref name="limit"/> when no more are left.</returns>
    ValueTask<int> DeleteEndedBeforeAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken);
}
