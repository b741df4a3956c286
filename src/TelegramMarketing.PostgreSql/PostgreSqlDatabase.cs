using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using TelegramMarketing.EntityFrameworkCore;

namespace TelegramMarketing.PostgreSql;

/// <summary>One PostgreSQL database, whose tables are created and upgraded when it is first used.</summary>
internal sealed class PostgreSqlDatabase(string connectionString) : IStoreDatabase
{
    /// <summary>The bytes of "telegram", so that nobody else takes it by chance.</summary>
    private const long UpgradeLock = 0x74656C656772616D;
    private static readonly TimeSpan _upgradePatience = TimeSpan.FromMinutes(10);

    private readonly DbContextOptions<PostgreSqlStoreContext> _options = OptionsFor(connectionString);
    private readonly string _name = NameOf(connectionString);

    public DbContext CreateContext() => new PostgreSqlStoreContext(_options);

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        var db = CreateContext();
        await using (db.ConfigureAwait(false))
        {
            string[] known = [.. db.Database.GetMigrations()];
            string[] applied = await db.Database.CanConnectAsync(cancellationToken).ConfigureAwait(false)
                ? [.. await db.Database.GetAppliedMigrationsAsync(cancellationToken).ConfigureAwait(false)]
                : [];
            if (applied.Except(known, StringComparer.Ordinal).FirstOrDefault() is { } unknown)
            {
                throw new TelegramMarketingException(
                    TelegramMarketingError.StorageUnavailable,
                    $"The store {_name} was written by a newer version of TelegramMarketing.PostgreSql (its migration {unknown} is not known here). Update the package, or name another database in UsePostgreSql.");
            }

            if (applied.Length < known.Length)
            {
                await MigrateAsync(db, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    public string? Explain(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is PostgresException answer)
            {
                return Explain(answer);
            }

            if (cause is NpgsqlException or SocketException or TimeoutException)
            {
                return $"The store {_name} cannot be reached. Check that PostgreSQL runs there, and the address in UsePostgreSql.";
            }
        }

        return null;
    }

    internal static DbContextOptions<PostgreSqlStoreContext> OptionsFor(string connectionString) => new DbContextOptionsBuilder<PostgreSqlStoreContext>()
        .UseNpgsql(connectionString, postgres => postgres.MigrationsHistoryTable("telegram_migrations"))
        .Options;

    /// <summary>
    /// Upgrades, one process at a time. EF Core's own lock ends with the transaction of each migration, so that two processes would apply the next one twice; this one ends with the connection
    /// at the latest.
    /// </summary>
    private static async Task MigrateAsync(DbContext db, CancellationToken cancellationToken)
    {
        if (!await db.Database.CanConnectAsync(cancellationToken).ConfigureAwait(false))
        {
            // It creates the database, or says why it cannot.
            await db.Database.MigrateAsync(cancellationToken).ConfigureAwait(false);
            return;
        }

        db.Database.SetCommandTimeout(_upgradePatience);
        await db.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({UpgradeLock})", cancellationToken).ConfigureAwait(false);
        try
        {
            await db.Database.MigrateAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({UpgradeLock})", CancellationToken.None).ConfigureAwait(false);
            await db.Database.CloseConnectionAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Never the user or the password.</summary>
    private static string NameOf(string connectionString)
    {
        var parts = new NpgsqlConnectionStringBuilder(connectionString);
        return $"'{parts.Database ?? parts.Username}' on {parts.Host}:{parts.Port}";
    }

    private string? Explain(PostgresException answer) => answer.SqlState switch
    {
        // The change's own fault: a key that is taken, a value that does not fit.
        ['2', '2' or '3', ..] => null,
        ['2', '8', ..] => $"PostgreSQL refused the user of the store {_name} ({answer.SqlState}). Check user and password in UsePostgreSql.",
        "3D000" => $"There is no database of the store {_name}. Create it, or name another one in UsePostgreSql.",
        "42501" => $"The user of the store {_name} lacks a right: {answer.MessageText}. Grant it CREATE on the schema, or have its migrations applied by another user.",
        "53100" => $"The disk of the store {_name} is full. Free some space.",
        "25006" => $"The store {_name} is read-only: it may be a standby. Name the primary server in UsePostgreSql.",
        _ => $"The store {_name} does not answer as it should ({answer.SqlState}): {answer.MessageText}.",
    };
}
