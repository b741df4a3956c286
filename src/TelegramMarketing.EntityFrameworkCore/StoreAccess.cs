using Microsoft.EntityFrameworkCore;

namespace TelegramMarketing.EntityFrameworkCore;

/// <summary>The way to the database: prepared before it is first used, and its failures told in plain words.</summary>
internal sealed class StoreAccess(IStoreDatabase database) : IDisposable
{
    private readonly SemaphoreSlim _preparing = new(1, 1);
    private readonly SemaphoreSlim _writing = new(database.Writers, database.Writers);
    private volatile bool _isPrepared;

    /// <summary>A context of the host's own writes to the same database.</summary>
    public bool IsBehind(DbContext context) => database.IsBehind(context);

    /// <summary>Prepares the database, once; a failure is tried again by the next who needs it.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (_isPrepared)
        {
            return;
        }

        // Whoever holds it waits for the database only, never for the library's clock.
        await _preparing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!_isPrepared)
            {
                await database.PrepareAsync(cancellationToken).ConfigureAwait(false);
                _isPrepared = true;
            }
        }
        catch (Exception exception) when (Explain(exception) is { } explanation)
        {
            throw new TelegramMarketingException(TelegramMarketingError.StorageUnavailable, explanation, exception);
        }
        finally
        {
            _preparing.Release();
        }
    }

    /// <summary>Does a unit of work in a context of its own.</summary>
    public async Task<TResult> RunAsync<TResult>(Func<DbContext, CancellationToken, Task<TResult>> work, CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var context = database.CreateContext();
            await using (context.ConfigureAwait(false))
            {
                return await work(context, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (Explain(exception) is { } explanation)
        {
            throw new TelegramMarketingException(TelegramMarketingError.StorageUnavailable, explanation, exception);
        }
    }

    /// <summary>Does a unit of work that writes, in turn with the others of this process: a database's own queue for its lock is less fair.</summary>
    public async Task<TResult> WriteAsync<TResult>(Func<DbContext, CancellationToken, Task<TResult>> work, CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken).ConfigureAwait(false);

        // Whoever holds it waits for the database only, never for the library's clock.
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await RunAsync(work, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Takes what was deleted out of the files as well.</summary>
    public async Task ScrubAsync(CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await database.ScrubAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (Explain(exception) is { } explanation)
        {
            throw new TelegramMarketingException(TelegramMarketingError.StorageUnavailable, explanation, exception);
        }
        finally
        {
            _writing.Release();
        }
    }

    public void Dispose()
    {
        _preparing.Dispose();
        _writing.Dispose();
    }

    private string? Explain(Exception exception) => exception is TelegramMarketingException or OperationCanceledException ? null : database.Explain(exception);
}
