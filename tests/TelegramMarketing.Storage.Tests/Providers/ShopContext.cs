using Microsoft.EntityFrameworkCore;

namespace TelegramMarketing.Storage.Tests.Providers;

/// <summary>A host's context.</summary>
public sealed class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options)
{
    public DbSet<ShopProduct> Products => Set<ShopProduct>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddTelegramMarketing();
}
