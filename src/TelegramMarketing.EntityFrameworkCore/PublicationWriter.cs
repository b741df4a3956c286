using Microsoft.EntityFrameworkCore;

namespace TelegramMarketing.EntityFrameworkCore;

/// <summary>
/// Commits the changes that have come up since the last commit together: one flush of the disk for all of them. Each caller is told when its own
/// change is safe, or what is wrong with it; one that the database refuses spoils no other.
/// </summary>
internal sealed class PublicationWriter(StoreAccess access, PublicationBatch batches) : IAsyncDisposable
{
    private const int MaxBatch = 256;
    private readonly Lock _lock = new();
    private readonly LinkedList<PublicationWrite> _waiting = [];
    private bool _isRunning;
    private Task _running = Task.CompletedTask;

    /// <summary>Hands over a change.</summary>
    /// <returns>Its commit.</returns>
    public Task WriteAsync(PublicationWrite write)
    {
        lock (_lock)
        {
            _waiting.AddLast(write);
            if (!_isRunning)
            {
                _isRunning = true;

                // The work is that of many callers: it carries the trace of none.
                using var flow = ExecutionContext.SuppressFlow();
                _running = Task.Run(RunAsync);
            }
        }

        return write.Done;
    }

    /// <summary>Waits until everything that was handed over is committed.</summary>
    public async ValueTask DisposeAsync()
    {
        Task running;
        lock (_lock)
        {
            running = _running;
        }

        await running.ConfigureAwait(false);
    }

    private async Task RunAsync()
    {
        while (Take() is { Count: > 0 } batch)
        {
            await CommitAsync(batch).ConfigureAwait(false);
        }
    }

    /// <summary>What waits, in order; of one publication only its first change, since the next one builds upon it.</summary>
    private List<PublicationWrite> Take()
    {
        var batch = new List<PublicationWrite>();
        var ids = new HashSet<Guid>();
        lock (_lock)
        {
            while (_waiting.First is { } next && batch.Count < MaxBatch && ids.Add(next.Value.Row.Id))
            {
                batch.Add(next.Value);
                _waiting.RemoveFirst();
            }

            _isRunning = batch.Count > 0;
        }

        return batch;
    }

    private async Task CommitAsync(List<PublicationWrite> batch)
    {
        try
        {
            await TryCommitAsync(batch).ConfigureAwait(false);
            batches.Committed(batch);
        }
        catch (TelegramMarketingException exception)
        {
            batch.ForEach(write => write.Fail(exception));
        }
        catch (Exception exception) when (batch.Count > 1 && exception is not OutOfMemoryException)
        {
            foreach (var write in batch)
            {
                await CommitAsync([write]).ConfigureAwait(false);
            }
        }
#pragma warning disable CA1031 // Whatever it is, it belongs to the caller of this change.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            await ResolveAsync(batch[0], exception).ConfigureAwait(false);
        }
    }

    /// <summary>Commits; a second time at once if the database has failed, since a pooled connection may have died while it lay idle.</summary>
    private async Task TryCommitAsync(List<PublicationWrite> batch)
    {
        try
        {
            await access.RunAsync((db, _) => batches.CommitAsync(db, batch), CancellationToken.None).ConfigureAwait(false);
        }
        catch (TelegramMarketingException exception) when (exception.InnerException is System.Data.Common.DbException { IsTransient: true } or { InnerException: System.Data.Common.DbException { IsTransient: true } })
        {
            await access.RunAsync((db, _) => batches.CommitAsync(db, batch), CancellationToken.None).ConfigureAwait(false);
        }
    }

    /// <summary>A refused change: it may have been committed by a try whose answer was lost, or another process was first.</summary>
    private async Task ResolveAsync(PublicationWrite write, Exception exception)
    {
        try
        {
            if (exception is DbUpdateException && await access.RunAsync((db, token) => batches.IsStoredAsync(db, write, token), CancellationToken.None).ConfigureAwait(false))
            {
                batches.Committed([write]);
                return;
            }

            if (exception is not DbUpdateConcurrencyException)
            {
                write.Fail(new TelegramMarketingException(TelegramMarketingError.StorageUnavailable, $"The store refused publication {write.Row.Id}: {exception.GetBaseException().Message}", exception));
            }
            else if (await PublicationBatch.ConflictAsync(access, write).ConfigureAwait(false) is { } conflict)
            {
                write.Fail(conflict);
            }
            else
            {
                await CommitAsync([write]).ConfigureAwait(false);
            }
        }
#pragma warning disable CA1031 // Whatever it is, it belongs to the caller of this change.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            write.Fail(failure);
        }
    }
}
