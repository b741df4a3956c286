namespace TelegramMarketing.Storage;

/// <summary>The right to send for one bot: at most one process that shares the store has it at a time. All operations are atomic.</summary>
/// <remarks>The times are those of the processes' own clocks; a margin for their difference is the caller's.</remarks>
internal interface ISenderLease
{
    /// <summary>Takes the lease if it is free or has run out, or prolongs it if it is ours.</summary>
    /// <param name="owner">This process; not empty.</param>
    /// <param name="now">The present time.</param>
    /// <param name="until">When it runs out unless it is renewed.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns><see langword="true"/> if it is ours now.</returns>
    ValueTask<bool> TryAcquireAsync(string owner, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Prolongs the lease if it is still ours and has not run out.</summary>
    /// <returns><see langword="false"/> if it has been lost: nothing more may be sent.</returns>
    ValueTask<bool> RenewAsync(string owner, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Gives the lease back, if it is ours.</summary>
    ValueTask ReleaseAsync(string owner, CancellationToken cancellationToken);
}
