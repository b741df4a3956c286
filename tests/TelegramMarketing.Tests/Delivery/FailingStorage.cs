using TelegramMarketing.Hosting;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Tests.Delivery;

/// <summary>A durable store, as far as the sender can tell, that can be gone for a while.</summary>
internal sealed class FailingStorage : IBotStorageFactory, IBotStorage, IPublicationStore
{
    private MemoryStorage? _memory;

    public bool IsInMemory => false;

    public IPublicationStore Publications => this;

    public ISenderLease Lease => _memory!.Lease;

    /// <summary>Says for a publication that is to be saved whether the store is gone.</summary>
    public Func<PublicationEntry, bool> IsGone { get; set; } = _ => false;

    private IPublicationStore Inner => _memory!.Publications;

    public IBotStorage Open(BotContext context)
    {
        _memory = new MemoryStorage(context);
        return this;
    }

    public Task PrepareAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public ValueTask<PublicationEntry> AddAsync(PublicationEntry entry, string chatKey, CancellationToken cancellationToken) => Inner.AddAsync(entry, chatKey, cancellationToken);

    public ValueTask SaveAsync(PublicationEntry entry, CancellationToken cancellationToken) => IsGone(entry)
        ? ValueTask.FromException(new TelegramMarketingException(TelegramMarketingError.StorageUnavailable, "The store is gone."))
        : Inner.SaveAsync(entry, cancellationToken);

    public ValueTask<PublicationEntry?> FindAsync(Guid id, CancellationToken cancellationToken) => Inner.FindAsync(id, cancellationToken);

    public ValueTask<PublicationEntry?> FindByMessageAsync(string chatKey, int messageId, CancellationToken cancellationToken) => Inner.FindByMessageAsync(chatKey, messageId, cancellationToken);

    public IAsyncEnumerable<PublicationEntry> ListAsync(PublicationState? state, CancellationToken cancellationToken) => Inner.ListAsync(state, cancellationToken);

    public IAsyncEnumerable<PublicationEntry> LoadUnfinishedAsync(CancellationToken cancellationToken) => Inner.LoadUnfinishedAsync(cancellationToken);

    public ValueTask<IReadOnlyList<PublicationEntry>> FindDueAsync(DateTimeOffset now, int limit, PublicationEntry? after, CancellationToken cancellationToken) => Inner.FindDueAsync(now, limit, after, cancellationToken);

    public ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken) => Inner.NextDueAsync(cancellationToken);

    public ValueTask<IReadOnlyList<StoredChat>> LoadChatsAsync(CancellationToken cancellationToken) => Inner.LoadChatsAsync(cancellationToken);

    public ValueTask<int> DeleteEndedBeforeAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken) => Inner.DeleteEndedBeforeAsync(before, limit, cancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
