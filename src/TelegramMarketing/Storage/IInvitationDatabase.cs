namespace TelegramMarketing.Storage;

/// <summary>Where one bot's invitations are kept.</summary>
internal interface IInvitationDatabase
{
    /// <summary>Does a unit of work, as a whole or not at all. It may be done again when another process has done the same meanwhile.</summary>
    Task<TResult> RunAsync<TResult>(Func<IInvitationTables, Task<TResult>> work, CancellationToken cancellationToken);

    /// <summary>Looks something up; what is found must not be changed.</summary>
    Task<TResult> ReadAsync<TResult>(Func<IInvitationTables, Task<TResult>> read, CancellationToken cancellationToken);

    /// <summary>Takes what was deleted out of the files as well, as far as the database permits.</summary>
    Task ScrubAsync(CancellationToken cancellationToken);
}
