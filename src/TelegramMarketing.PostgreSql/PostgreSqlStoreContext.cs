using Microsoft.EntityFrameworkCore;

namespace TelegramMarketing.PostgreSql;

/// <summary>The tables in a PostgreSQL database.</summary>
internal sealed class PostgreSqlStoreContext(DbContextOptions<PostgreSqlStoreContext> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddTelegramMarketing();
}
