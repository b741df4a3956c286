using Microsoft.EntityFrameworkCore.Design;

namespace TelegramMarketing.Sqlite;

/// <summary>Lets dotnet-ef write migrations.</summary>
internal sealed class SqliteStoreContextFactory : IDesignTimeDbContextFactory<SqliteStoreContext>
{
    public SqliteStoreContext CreateDbContext(string[] args) => new(SqliteDatabase.OptionsFor("design.db"));
}
