namespace TelegramMarketing.Storage.Tests.Providers;

/// <summary>A host's own business.</summary>
public sealed class ShopProduct
{
    public int Id { get; set; }

    public required string Name { get; set; }
}
