using Microsoft.Data.Sqlite;
using Npgsql;

namespace TelegramMarketing.CrashTest;

/// <summary>A store of its own for a round: a new file, or a new schema in the database that TELEGRAMMARKETING_POSTGRES names, with its tables on a disk of their own where one is given.</summary>
internal sealed class RoundStore : IAsyncDisposable
{
    /// <summary>By which the server knows the children's connections.</summary>
    public const string ChildrensName = "telegrammarketing-crash-test";

    private const string Variable = "TELEGRAMMARKETING_POSTGRES";
    private readonly string? _schema;
    private readonly bool _hasTablespace;

    private RoundStore(string connection, string? schema = null, bool hasTablespace = false) => (Connection, _schema, _hasTablespace) = (connection, schema, hasTablespace);

    /// <summary>The file, or the connection string.</summary>
    public string Connection { get; }

    /// <summary>The same for the children, whose connections can be told by it.</summary>
    public string ChildrensConnection => _schema is null ? Connection : new NpgsqlConnectionStringBuilder(Connection) { ApplicationName = ChildrensName }.ConnectionString;

    /// <summary>The server, as the environment names it.</summary>
    public static string Server => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } server
        ? server : throw new FormatException($"No PostgreSQL: {Variable} holds no connection string.");

    public static async Task<RoundStore> CreateAsync(StoreKind kind, DirectoryInfo directory, SmallDisk? disk = null)
    {
        if (kind == StoreKind.Sqlite)
        {
            return new RoundStore(Path.Combine((disk?.Directory ?? directory).FullName, "marketing.db"));
        }

        var schema = "crash" + Path.GetRandomFileName().Replace(".", "", StringComparison.Ordinal);
        await ExecuteAsync($"CREATE SCHEMA {schema}");
        var connection = new NpgsqlConnectionStringBuilder(Server) { SearchPath = schema, MaxPoolSize = 10 };
        if (disk is not null)
        {
            await disk.GiveToAsync((string)(await ExecuteAsync("SELECT current_setting('data_directory')"))!);
            await ExecuteAsync($"CREATE TABLESPACE {schema} LOCATION '{disk.Directory.FullName}'");
            connection.Options = $"-c default_tablespace={schema}";
        }

        return new RoundStore(connection.ConnectionString, schema, disk is not null);
    }

    public async ValueTask DisposeAsync()
    {
        if (_schema is null)
        {
            SqliteConnection.ClearAllPools();
            return;
        }

        await using (var connection = new NpgsqlConnection(Connection))
        {
            NpgsqlConnection.ClearPool(connection);
        }

        await ExecuteAsync($"DROP SCHEMA {_schema} CASCADE");
        if (_hasTablespace)
        {
            await ExecuteAsync($"DROP TABLESPACE {_schema}");
        }
    }

    private static async Task<object?> ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A name of our own.
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync();
    }
}
