using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using TelegramMarketing.EntityFrameworkCore;

namespace TelegramMarketing.Sqlite;

/// <summary>One SQLite file, created and upgraded when it is first used.</summary>
internal sealed class SqliteDatabase(string path, int? maxPages = null) : IStoreDatabase
{
    internal const int BusySeconds = 30;
    private const int LogAttempts = 100;
    private static readonly TimeSpan _logPause = TimeSpan.FromMilliseconds(50);
    private readonly DbContextOptions<SqliteStoreContext> _options = OptionsFor(path, maxPages);

    public int Writers => 1;

    public DbContext CreateContext() => new SqliteStoreContext(_options);

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (Path.GetDirectoryName(path) is { Length: > 0 } directory && !Directory.Exists(directory))
        {
            throw Unavailable($"The directory '{directory}' of the store does not exist. Create it, or name another file in UseSqlite.");
        }

        if (Directory.Exists(path))
        {
            throw Unavailable($"'{path}' is a directory. Name a file in UseSqlite.");
        }

        var db = CreateContext();
        await using (db.ConfigureAwait(false))
        {
            if (!HasAll(db, await db.Database.GetAppliedMigrationsAsync(cancellationToken).ConfigureAwait(false)))
            {
                await MigrateAsync(db, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <remarks>What is deleted is overwritten (secure_delete), but it still stands in the log beside the file, which somebody who reads, or another checkpoint, holds for a moment.</remarks>
    public async Task ScrubAsync(CancellationToken cancellationToken)
    {
        var db = CreateContext();
        await using (db.ConfigureAwait(false))
        {
            await db.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
            var command = db.Database.GetDbConnection().CreateCommand();
            await using (command.ConfigureAwait(false))
            {
                command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE);";
                for (var attempt = 1; await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is long and not 0; attempt++)
                {
                    if (attempt == LogAttempts)
                    {
                        throw Unavailable($"What was deleted is gone from the store '{path}', but not yet from the log beside it, from which another process keeps reading. Erase the customer again when it has ended.");
                    }

                    // The database's own patience, like busy_timeout, is of real time.
                    await Task.Delay(_logPause, TimeProvider.System, cancellationToken).ConfigureAwait(false);
                }
            }
        }
    }

    public string? Explain(Exception exception)
    {
        var cause = exception;
        while (cause is not null and not SqliteException)
        {
            cause = cause.InnerException;
        }

        return (cause as SqliteException)?.SqliteErrorCode switch
        {
            5 or 6 => $"The store '{path}' has been locked by another process for more than {BusySeconds} seconds. Look for one that holds a transaction open, such as a backup or a database tool.",
            8 => $"The store '{path}' is read-only. Grant this process write access to the file and its directory: SQLite writes files beside it.",
            10 => $"The disk of the store '{path}' failed to read or write. Check the disk; a network share is no place for it.",
            11 or 26 => $"'{path}' is damaged, or no SQLite database. Restore it from a backup, or name another file in UseSqlite.",
            13 => $"The disk of the store '{path}' is full. Free some space.",
            14 or 3 => $"The store '{path}' cannot be opened. Grant this process access to the file and its directory.",

            // The change's own fault: a key that is taken, a value that does not fit.
            null or 18 or 19 or 20 or 25 => null,
            _ => $"The store '{path}' does not answer as it should: {cause!.Message}",
        };
    }

    internal static DbContextOptions<SqliteStoreContext> OptionsFor(string path, int? maxPages = null)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = BusySeconds, ForeignKeys = true };
        return new DbContextOptionsBuilder<SqliteStoreContext>()
            .UseSqlite(connection.ConnectionString, sqlite => sqlite.MigrationsHistoryTable("telegram_migrations"))
            .AddInterceptors(new DurableConnections(maxPages))
            .Options;
    }

    /// <summary>
    /// Upgrades in one transaction that a kill at any moment undoes as a whole. EF Core's own way would leave its lock behind, for which every later
    /// start would wait for ever.
    /// </summary>
    private async Task MigrateAsync(DbContext db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        await ExecuteAsync(connection, null, "PRAGMA journal_mode = WAL; PRAGMA foreign_keys = OFF;", cancellationToken).ConfigureAwait(false);
        var transaction = connection.BeginTransaction(deferred: false);
        await using (transaction.ConfigureAwait(false))
        {
            await db.Database.UseTransactionAsync(transaction, cancellationToken).ConfigureAwait(false);
            string[] applied = [.. await db.Database.GetAppliedMigrationsAsync(cancellationToken).ConfigureAwait(false)];
            if (!HasAll(db, applied))
            {
                var script = db.GetService<IMigrator>().GenerateScript(applied.LastOrDefault() ?? Migration.InitialDatabase, null, MigrationsSqlGenerationOptions.NoTransactions);
                await ExecuteAsync(connection, transaction, script, cancellationToken).ConfigureAwait(false);
                await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        await ExecuteAsync(connection, null, "PRAGMA foreign_keys = ON;", cancellationToken).ConfigureAwait(false);
    }

    private bool HasAll(DbContext db, IEnumerable<string> applied)
    {
        string[] known = [.. db.Database.GetMigrations()];
        return applied.Except(known, StringComparer.Ordinal).FirstOrDefault() is { } unknown
            ? throw Unavailable($"The store '{path}' was written by a newer version of TelegramMarketing.Sqlite (its migration {unknown} is not known here). Update the package, or name another file in UseSqlite.")
            : known.Length == applied.Count();
    }

    private static async Task ExecuteAsync(SqliteConnection connection, SqliteTransaction? transaction, string sql, CancellationToken cancellationToken)
    {
        var command = connection.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
#pragma warning disable CA2100 // The script of our own migrations.
            command.CommandText = sql;
#pragma warning restore CA2100
            command.Transaction = transaction;
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static TelegramMarketingException Unavailable(string message) => new(TelegramMarketingError.StorageUnavailable, message);
}
