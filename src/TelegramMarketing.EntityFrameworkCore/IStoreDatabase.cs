using Microsoft.EntityFrameworkCore;

namespace TelegramMarketing.EntityFrameworkCore;

/// <summary>The database beneath a store.</summary>
internal interface IStoreDatabase
{
    /// <summary>A context for one unit of work.</summary>
    DbContext CreateContext();

    /// <summary>A context of the host's own writes to this database.</summary>
    bool IsBehind(DbContext context) => false;

    /// <summary>How many of this process may write at once: more would only wait for each other.</summary>
    int Writers => 8;

    /// <summary>Creates or upgrades what the store needs, or finds out what is missing.</summary>
    Task PrepareAsync(CancellationToken cancellationToken);

    /// <summary>Takes what was deleted out of the files as well, where the library can.</summary>
    Task ScrubAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What is wrong with the database and what helps, when it is the database that failed and not one of the changes; else <see langword="null"/>.</summary>
    string? Explain(Exception exception);
}
