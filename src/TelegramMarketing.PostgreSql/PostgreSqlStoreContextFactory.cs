using Microsoft.EntityFrameworkCore.Design;

namespace TelegramMarketing.PostgreSql;

/// <summary>Lets dotnet-ef write migrations.</summary>
internal sealed class PostgreSqlStoreContextFactory : IDesignTimeDbContextFactory<PostgreSqlStoreContext>
{
    public PostgreSqlStoreContext CreateDbContext(string[] args) => new(PostgreSqlDatabase.OptionsFor("Host=localhost"));
}
