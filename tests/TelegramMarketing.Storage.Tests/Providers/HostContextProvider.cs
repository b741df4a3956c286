using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TelegramMarketing.EntityFrameworkCore;
using TelegramMarketing.Hosting;

namespace TelegramMarketing.Storage.Tests.Providers;

/// <summary>The host's own context, on a file of SQLite.</summary>
public sealed class HostContextProvider : StoreProvider
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("telegrammarketing-tests-");
    private readonly DbContextOptions<ShopContext> _options;

    public HostContextProvider()
    {
        _options = new DbContextOptionsBuilder<ShopContext>().UseSqlite($"Data Source={Path.Combine(_directory.FullName, "shop.db")}").Options;
        using var db = new ShopContext(_options);
        db.Database.EnsureCreated();
    }

    internal override DbContext CreateContext() => new ShopContext(_options);

    internal override IBotStorage Create(BotContext context) => new RelationalStorage(context, new HostDatabase<ShopContext>(() => new ShopContext(_options)));

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _directory.Delete(recursive: true);
    }
}
