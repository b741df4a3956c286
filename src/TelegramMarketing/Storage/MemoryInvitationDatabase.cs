namespace TelegramMarketing.Storage;

/// <summary>Invitations and consent in memory, one unit of work at a time.</summary>
internal sealed class MemoryInvitationDatabase(MemoryOptions options) : IInvitationDatabase
{
    private readonly Lock _lock = new();
    private readonly MemoryInvitationTables _tables = new(options.Invitations);

    /// <summary>How much is kept, in entries.</summary>
    public int Rows
    {
        get
        {
            lock (_lock)
            {
                return _tables.Rows;
            }
        }
    }

    public Task<TResult> RunAsync<TResult>(Func<IInvitationTables, Task<TResult>> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            // Tables in memory answer at once, so that the whole unit is done here and the lock is never held while somebody waits.
            var done = work(_tables);
            return done.IsCompleted ? done : throw new InvalidOperationException("A unit of work on tables in memory must not wait for anything else.");
        }
    }

    public Task<TResult> ReadAsync<TResult>(Func<IInvitationTables, Task<TResult>> read, CancellationToken cancellationToken) => RunAsync(read, cancellationToken);

    public Task ScrubAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
