using Microsoft.EntityFrameworkCore;

namespace TelegramMarketing.Sqlite;

/// <summary>The tables in a SQLite file.</summary>
internal sealed class SqliteStoreContext(DbContextOptions<SqliteStoreContext> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddTelegramMarketing();
}
