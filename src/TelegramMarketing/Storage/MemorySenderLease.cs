namespace TelegramMarketing.Storage;

/// <summary>A lease among the owners of one process.</summary>
internal sealed class MemorySenderLease : ISenderLease
{
    private readonly Lock _lock = new();
    private string? _owner;
    private DateTimeOffset _until;

    public ValueTask<bool> TryAcquireAsync(string owner, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return ValueTask.FromResult(Take(owner, until, _owner is null || _owner == owner || _until <= now));
        }
    }

    public ValueTask<bool> RenewAsync(string owner, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return ValueTask.FromResult(Take(owner, until, _owner == owner && _until > now));
        }
    }

    public ValueTask ReleaseAsync(string owner, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _owner = _owner == owner ? null : _owner;
        }

        return ValueTask.CompletedTask;
    }

    private bool Take(string owner, DateTimeOffset until, bool isAllowed)
    {
        if (isAllowed)
        {
            _owner = owner;
            _until = until;
        }

        return isAllowed;
    }
}
