using System.Runtime.CompilerServices;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Delivery;

/// <summary>
/// Records what becomes of publications. What the store could not take, since it was gone for a while, is kept here until it can: else this process would know
/// better than the store, and nobody would go on with the publication before the next start.
/// </summary>
internal sealed class OutcomeLog(IPublicationStore store)
{
    private readonly Lock _lock = new();
    private readonly HashSet<PublicationEntry> _unsaved = [];
    private volatile bool _hasUnsaved;

    /// <summary>What the store does not know yet.</summary>
    public PublicationEntry[] Unsaved
    {
        get
        {
            lock (_lock)
            {
                return [.. _unsaved];
            }
        }
    }

    /// <summary>Records it as it is now.</summary>
    /// <exception cref="TelegramMarketingException">The store is gone, or another process has changed the publication, whose state stands then.</exception>
    public ValueTask SaveAsync(PublicationEntry entry)
    {
        var saving = store.SaveAsync(entry, CancellationToken.None);
        return saving.IsCompletedSuccessfully && !_hasUnsaved ? saving : AwaitAsync(saving, entry);
    }

    /// <summary>It need not be recorded any more.</summary>
    public void Forget(PublicationEntry entry)
    {
        if (!_hasUnsaved)
        {
            return;
        }

        lock (_lock)
        {
            _unsaved.Remove(entry);
            _hasUnsaved = _unsaved.Count > 0;
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask AwaitAsync(ValueTask saving, PublicationEntry entry)
    {
        try
        {
            await saving.ConfigureAwait(false);
        }
        catch (TelegramMarketingException)
        {
            lock (_lock)
            {
                _unsaved.Add(entry);
                _hasUnsaved = true;
            }

            throw;
        }

        Forget(entry);
    }
}
