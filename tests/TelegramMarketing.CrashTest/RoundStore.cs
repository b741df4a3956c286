using Microsoft.Data.Sqlite;
using Npgsql;

namespace TelegramMarketing.CrashTest;

/// <summary>A store of its own for a round: a new file, or a new schema in the database that TELEGRAMMARKETING_POSTGRES names.</summary>
internal sealed class RoundStore : IAsyncDisposable
{
    /// <summary>By which the server knows the children's connections.</summary>
    public const string ChildrensName = "telegrammarketing-crash-test";

    private const string Variable = "TELEGRAMMARKETING_POSTGRES";
    private readonly string? _schema;

    private RoundStore(string connection, string? schema)
    {
        Connection = connection;
        _schema = schema;
    }

    /// <summary>The file, or the connection string.</summary>
    public string Connection { get; }

    /// <summary>The same for the children, whose connections can be told by it.</summary>
    public string ChildrensConnection => _schema is null ? Connection : new NpgsqlConnectionStringBuilder(Connection) { ApplicationName = ChildrensName }.ConnectionString;

    /// <summary>The server, as the environment names it.</summary>
    public static string Server => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } server
        ? server : throw new FormatException($"No PostgreSQL: {Variable} holds no connection string.");

    public static async Task<RoundStore> CreateAsync(StoreKind kind, DirectoryInfo directory)
    {
        if (kind == StoreKind.Sqlite)
        {
            return new RoundStore(Path.Combine(directory.FullName, "marketing.db"), null);
        }

        var schema = "crash" + Path.GetRandomFileName().Replace(".", "", StringComparison.Ordinal);
        await ExecuteAsync($"CREATE SCHEMA {schema}");
        return new RoundStore(new NpgsqlConnectionStringBuilder(Server) { SearchPath = schema, MaxPoolSize = 10 }.ConnectionString, schema);
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
    }

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A name of our own.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
