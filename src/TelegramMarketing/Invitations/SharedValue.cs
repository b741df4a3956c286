using TelegramMarketing.Time;

namespace TelegramMarketing.Invitations;

/// <summary>
/// A value that is loaded when it is first asked for and kept for a while. Concurrent callers share one load; when its caller gives up, the next one takes over.
/// </summary>
internal sealed class SharedValue<T>(Clock clock, TimeSpan lifetime, Func<CancellationToken, Task<T>> load)
    where T : class
{
    private readonly Lock _lock = new();
    private readonly List<Gate<T?>> _waiters = [];
    private T? _value;
    private long _loadedAt;
    private bool _isLoading;

    public async Task<T> GetAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Gate<T?>? gate = null;
            lock (_lock)
            {
                if (_value is not null && (lifetime == Timeout.InfiniteTimeSpan || clock.Elapsed(_loadedAt) < lifetime))
                {
                    return _value;
                }

                if (_isLoading)
                {
                    gate = new(clock);
                    _waiters.Add(gate);
                }

                _isLoading = true;
            }

            if (gate is null)
            {
                return await LoadAsync(cancellationToken).ConfigureAwait(false);
            }

            if (await gate.WaitAsync(cancellationToken).ConfigureAwait(false) is { } value)
            {
                return value;
            }
        }
    }

    private async Task<T> LoadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var value = await load(cancellationToken).ConfigureAwait(false);
            End(value, gate => gate.TryComplete(value));
            return value;
        }
        catch (TelegramMarketingException exception)
        {
            End(value: null, gate => gate.TryFail(exception));
            throw;
        }
        catch
        {
            End(value: null, static gate => gate.TryComplete(null));
            throw;
        }
    }

    private void End(T? value, Action<Gate<T?>> wake)
    {
        Gate<T?>[] waiters;
        lock (_lock)
        {
            _value = value;
            _loadedAt = clock.Timestamp;
            _isLoading = false;
            waiters = [.. _waiters];
            _waiters.Clear();
        }

        Array.ForEach(waiters, wake);
    }
}
