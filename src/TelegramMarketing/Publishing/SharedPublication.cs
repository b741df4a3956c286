using TelegramMarketing.Storage;
using TelegramMarketing.Time;

namespace TelegramMarketing.Publishing;

/// <summary>
/// A publication by key that is under way: all callers with the key await it, and it is cancelled when the last of them
/// has given up.
/// </summary>
internal sealed class SharedPublication(PublicationEntry entry, Clock clock) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly List<Gate<bool>> _waiters = [];
    private readonly CancellationTokenSource _allGaveUp = new();
    private bool _isClosed;

    public PublicationEntry Entry => entry;

    /// <summary>The store's own entry: this one, or an earlier one with the same key.</summary>
    public PublicationEntry? Stored { get; set; }

    /// <summary>The work itself.</summary>
    public Task Run { get; set; } = Task.CompletedTask;

    /// <summary>Cancelled when nobody waits any more.</summary>
    public CancellationToken AllGaveUp => _allGaveUp.Token;

    /// <summary>Joins; <see langword="false"/> when it has just ended or everyone has given up.</summary>
    public bool TryJoin(out Gate<bool> waiter)
    {
        waiter = new Gate<bool>(clock);
        lock (_lock)
        {
            if (_isClosed)
            {
                return false;
            }

            _waiters.Add(waiter);
            return true;
        }
    }

    /// <summary>Waits for the end.</summary>
    public async Task WaitAsync(Gate<bool> waiter, CancellationToken cancellationToken)
    {
        try
        {
            await waiter.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            GiveUp(waiter);
            throw;
        }
    }

    /// <summary>It has ended; everyone who waits is told.</summary>
    public void End(Exception? failure)
    {
        List<Gate<bool>> waiters;
        lock (_lock)
        {
            _isClosed = true;
            waiters = [.. _waiters];
        }

        foreach (var waiter in waiters)
        {
            if (failure is null)
            {
                waiter.TryComplete(true);
            }
            else
            {
                waiter.TryFail(failure);
            }
        }
    }

    public void Dispose() => _allGaveUp.Dispose();

    private void GiveUp(Gate<bool> waiter)
    {
        lock (_lock)
        {
            _waiters.Remove(waiter);
            if (_waiters.Count > 0 || _isClosed)
            {
                return;
            }

            _isClosed = true;
        }

        _allGaveUp.Cancel();
    }
}
