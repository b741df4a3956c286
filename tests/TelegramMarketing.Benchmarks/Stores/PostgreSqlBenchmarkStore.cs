using System.Data.Common;
using Npgsql;

namespace TelegramMarketing.Benchmarks.Stores;

/// <summary>A database of its own on the server.</summary>
internal sealed class PostgreSqlBenchmarkStore : BenchmarkStore
{
    private readonly string _server;
    private readonly string _database;
    private readonly string _connection;

    private PostgreSqlBenchmarkStore(string server, string database)
    {
        (_server, _database) = (server, database);
        _connection = new NpgsqlConnectionStringBuilder(server) { Database = database }.ConnectionString;
    }

    public override string Name => "PostgreSQL";

    public static async Task<PostgreSqlBenchmarkStore> CreateAsync(string server)
    {
        var database = $"stores_{Environment.ProcessId}";
        await ExecuteAsync(server, $"DROP DATABASE IF EXISTS {database}");
        await ExecuteAsync(server, $"CREATE DATABASE {database}");
        return new PostgreSqlBenchmarkStore(server, database);
    }

    public override void Use(ITelegramMarketingBuilder builder) => builder.UsePostgreSql(_connection);

    public override async Task<DbConnection> ConnectAsync()
    {
        var connection = new NpgsqlConnection(_connection);
        await connection.OpenAsync();
        return connection;
    }

    public override string IdOf(string column) => $"(lpad(to_hex({column}), 8, '0') || '-0000-7000-8000-' || lpad(to_hex({column}), 12, '0'))::uuid";

    public override async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await ExecuteAsync(_server, $"DROP DATABASE IF EXISTS {_database}");
    }

    private static async Task ExecuteAsync(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
