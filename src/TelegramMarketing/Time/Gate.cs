namespace TelegramMarketing.Time;

/// <summary>
/// Something that one waiter waits for and somebody else completes. Whoever completes it, or cancels the wait, counts the
/// waiter in first; see <see cref="Clock"/>.
/// </summary>
internal sealed class Gate<T>(Clock clock)
{
    private readonly TaskCompletionSource<T> _source = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IQuietActivity? _waiter;
    private int _state; // 0 open, 1 somebody waits, 2 completed

    /// <summary>Completes it; <see langword="false"/> when it was completed or cancelled already.</summary>
    public bool TryComplete(T result)
    {
        if (!Close())
        {
            return false;
        }

        _source.SetResult(result);
        return true;
    }

    /// <summary>Fails it; <see langword="false"/> when it was completed or cancelled already.</summary>
    public bool TryFail(Exception exception)
    {
        if (!Close())
        {
            return false;
        }

        _source.SetException(exception);
        return true;
    }

    /// <summary>Waits, once. When the token is cancelled first, later completions return <see langword="false"/>.</summary>
    public async Task<T> WaitAsync(CancellationToken cancellationToken = default)
    {
        _waiter = clock.Current;
        using var registration = cancellationToken.UnsafeRegister(static (state, token) => ((Gate<T>)state!).TryCancel(token), this);
        if (Interlocked.CompareExchange(ref _state, 1, 0) == 0)
        {
            _waiter?.Park();
        }

        return await _source.Task.ConfigureAwait(false);
    }

    private bool TryCancel(CancellationToken token)
    {
        if (!Close())
        {
            return false;
        }

        _source.SetCanceled(token);
        return true;
    }

    private bool Close()
    {
        var before = Interlocked.Exchange(ref _state, 2);
        if (before == 1)
        {
            _waiter?.Unpark();
        }

        return before != 2;
    }
}
