using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace TelegramMarketing.Storage.Tests.Providers;

/// <summary>A host's own database: a file of SQLite, or a schema of PostgreSQL.</summary>
public sealed class ShopDatabase : IAsyncDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("telegrammarketing-tests-");
    private readonly PostgreSqlProvider? _postgreSql;
    private readonly DbContextOptions<ShopContext> _options;

    public ShopDatabase(string kind)
    {
        var builder = new DbContextOptionsBuilder<ShopContext>();
        if (kind == "PostgreSQL")
        {
            _postgreSql = new PostgreSqlProvider();
            builder.UseNpgsql(_postgreSql.ConnectionString);
        }
        else
        {
            builder.UseSqlite($"Data Source={Path.Combine(_directory.FullName, "shop.db")}");
        }

        _options = builder.Options;
        using var db = Open();
        var tables = db.GetService<IRelationalDatabaseCreator>();
        if (kind == "SQLite")
        {
            tables.Create();
        }

        tables.CreateTables();
    }

    public ShopContext Open() => new(_options);

    public async ValueTask DisposeAsync()
    {
        if (_postgreSql is not null)
        {
            await _postgreSql.DisposeAsync();
        }

        SqliteConnection.ClearAllPools();
        _directory.Delete(recursive: true);
    }
}
