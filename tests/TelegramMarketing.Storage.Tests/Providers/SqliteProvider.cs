using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TelegramMarketing.EntityFrameworkCore;
using TelegramMarketing.Hosting;
using TelegramMarketing.Sqlite;

namespace TelegramMarketing.Storage.Tests.Providers;

/// <summary>A file in a directory of its own.</summary>
public sealed class SqliteProvider : StoreProvider
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("telegrammarketing-tests-");

    public string FilePath => Path.Combine(_directory.FullName, "marketing.db");

    internal override DbContext CreateContext() => new SqliteDatabase(FilePath).CreateContext();

    internal override IBotStorage Create(BotContext context) => new RelationalStorage(context, new SqliteDatabase(FilePath));

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _directory.Delete(recursive: true);
    }
}
