using System.Collections.Concurrent;
using TelegramMarketing.Hosting;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Tests.Delivery;

/// <summary>A durable store, as far as the sender can tell, that can be gone for a while.</summary>
internal sealed class FailingStorage : IBotStorageFactory, IBotStorage, IPublicationStore, ISenderLease
{
    private readonly ConcurrentDictionary<Guid, PublicationState> _saved = [];
    private MemoryStorage? _memory;

    public bool IsInMemory => false;

    public IPublicationStore Publications => this;

    public IStatisticsStore Statistics => _memory!.Statistics;

    public bool KeepsInvitations => true;

    public IInvitationStore Invitations => _memory!.Invitations;

    public IConsentStore Consent => _memory!.Consent;

    public ISenderLease Lease => this;

    /// <summary>Another process has the lease.</summary>
    public bool IsLeaseElsewhere { get; set; }

    /// <summary>Says for a publication that is to be saved whether the store is gone.</summary>
    public Func<PublicationEntry, bool> IsGone { get; set; } = _ => false;

    /// <summary>Nothing that is due can be looked for.</summary>
    public bool IsDown { get; set; }

    /// <summary>No message can be looked for.</summary>
    public bool MessagesAreGone { get; set; }

    /// <summary>A new publication is recorded, and the store says that it is gone all the same.</summary>
    public bool LosesAnswers { get; set; }

    /// <summary>Says for a new publication whether the store is gone.</summary>
    public Func<PublicationEntry, bool> RefusesToAdd { get; set; } = _ => false;

    /// <summary>Is told of each publication that is looked for.</summary>
    public Action<Guid> Looked { get; set; } = _ => { };

    private IPublicationStore Inner => _memory!.Publications;

    public IBotStorage Open(BotContext context)
    {
        _memory = new MemoryStorage(context);
        return this;
    }

    public Task PrepareAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async ValueTask<PublicationEntry> AddAsync(PublicationEntry entry, string chatKey, CancellationToken cancellationToken)
    {
        if (RefusesToAdd(entry))
        {
            throw new TelegramMarketingException(TelegramMarketingError.StorageUnavailable, "The store is gone.");
        }

        cancellationToken.ThrowIfCancellationRequested();
        _saved[entry.Id] = entry.State;
        var added = await Inner.AddAsync(entry, chatKey, cancellationToken);
        return LosesAnswers ? throw new TelegramMarketingException(TelegramMarketingError.StorageUnavailable, "The store is gone.") : added;
    }

    public ValueTask SaveAsync(PublicationEntry entry, CancellationToken cancellationToken)
    {
        if (IsGone(entry))
        {
            return ValueTask.FromException(new TelegramMarketingException(TelegramMarketingError.StorageUnavailable, "The store is gone."));
        }

        _saved[entry.Id] = entry.State;
        return Inner.SaveAsync(entry, cancellationToken);
    }

    /// <summary>What the store says of it, whatever its sender knows.</summary>
    public PublicationState SavedState(Guid id) => _saved[id];

    public ValueTask<PublicationEntry?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        Looked(id);
        return Inner.FindAsync(id, cancellationToken);
    }

    public ValueTask<PublicationEntry?> FindByKeyAsync(string chatKey, string idempotencyKey, CancellationToken cancellationToken) => Inner.FindByKeyAsync(chatKey, idempotencyKey, cancellationToken);

    public ValueTask<PublicationEntry?> FindByMessageAsync(string chatKey, int messageId, CancellationToken cancellationToken) =>
        MessagesAreGone ? ValueTask.FromException<PublicationEntry?>(new TelegramMarketingException(TelegramMarketingError.StorageUnavailable, "The store is gone.")) : Inner.FindByMessageAsync(chatKey, messageId, cancellationToken);

    public IAsyncEnumerable<PublicationEntry> ListAsync(PublicationState? state, CancellationToken cancellationToken) => Inner.ListAsync(state, cancellationToken);

    public IAsyncEnumerable<PublicationEntry> LoadUnfinishedAsync(CancellationToken cancellationToken) => Inner.LoadUnfinishedAsync(cancellationToken);

    public async ValueTask<IReadOnlyList<PublicationEntry>> FindDueAsync(DateTimeOffset now, int limit, PublicationEntry? after, CancellationToken cancellationToken) =>
        IsDown ? throw new TelegramMarketingException(TelegramMarketingError.StorageUnavailable, "The store is gone.") : [.. (await Inner.FindDueAsync(now, limit, after, cancellationToken)).Where(entry => _saved[entry.Id] == PublicationState.Scheduled)];

    public ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken) => Inner.NextDueAsync(cancellationToken);

    public ValueTask<IReadOnlyList<StoredChat>> LoadChatsAsync(CancellationToken cancellationToken) => Inner.LoadChatsAsync(cancellationToken);

    public ValueTask<IReadOnlyList<StoredSend>> LoadSentSinceAsync(DateTimeOffset since, CancellationToken cancellationToken) => Inner.LoadSentSinceAsync(since, cancellationToken);

    public ValueTask<int> DeleteEndedBeforeAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken) => Inner.DeleteEndedBeforeAsync(before, limit, cancellationToken);

    public ValueTask<bool> TryAcquireAsync(string owner, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken) =>
        IsLeaseElsewhere ? ValueTask.FromResult(false) : _memory!.Lease.TryAcquireAsync(owner, now, until, cancellationToken);

    public ValueTask<bool> RenewAsync(string owner, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken) =>
        IsLeaseElsewhere ? ValueTask.FromResult(false) : _memory!.Lease.RenewAsync(owner, now, until, cancellationToken);

    public ValueTask ReleaseAsync(string owner, CancellationToken cancellationToken) => _memory!.Lease.ReleaseAsync(owner, cancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
