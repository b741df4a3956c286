namespace TelegramMarketing.Storage;

/// <summary>Invitations and consent in memory, one unit of work at a time.</summary>
internal sealed class MemoryInvitationDatabase(MemoryOptions options) : IInvitationDatabase, IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly MemoryInvitationTables _tables = new(options.Invitations);

    /// <summary>How much is kept, in entries.</summary>
    public int Rows => _tables.Rows;

    public async Task<TResult> RunAsync<TResult>(Func<IInvitationTables, Task<TResult>> work, CancellationToken cancellationToken)
    {
        // Whoever holds it never waits for anything, so that this wait is short and needs no clock.
        await _one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await work(_tables).ConfigureAwait(false);
        }
        finally
        {
            _one.Release();
        }
    }

    public Task<TResult> ReadAsync<TResult>(Func<IInvitationTables, Task<TResult>> read, CancellationToken cancellationToken) => RunAsync(read, cancellationToken);

    public Task ScrubAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _one.Dispose();
}
