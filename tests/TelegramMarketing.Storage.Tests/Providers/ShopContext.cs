using Microsoft.EntityFrameworkCore;

namespace TelegramMarketing.Storage.Tests.Providers;

/// <summary>A host's context.</summary>
public sealed class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddTelegramMarketing();
}
