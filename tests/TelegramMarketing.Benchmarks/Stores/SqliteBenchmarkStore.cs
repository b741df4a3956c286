using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace TelegramMarketing.Benchmarks.Stores;

/// <summary>A file in the temporary directory.</summary>
internal sealed class SqliteBenchmarkStore : BenchmarkStore
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("telegrammarketing-stores-");

    public override string Name => "SQLite, synchronous=FULL";

    private string File => Path.Combine(_directory.FullName, "marketing.db");

    public override void Use(ITelegramMarketingBuilder builder) => builder.UseSqlite(File);

    public override async Task<DbConnection> ConnectAsync()
    {
        var connection = new SqliteConnection($"Data Source={File}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous = FULL;";
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    public override string IdOf(string column) => $"upper(printf('%08x-0000-7000-8000-%012x', {column}, {column}))";

    public override ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        _directory.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
