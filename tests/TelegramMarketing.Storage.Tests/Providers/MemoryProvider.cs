using Microsoft.EntityFrameworkCore;
using TelegramMarketing.Hosting;

namespace TelegramMarketing.Storage.Tests.Providers;

/// <summary>Memory is shared within its process only: every opening of a bot is the same store.</summary>
public sealed class MemoryProvider : StoreProvider
{
    private readonly Dictionary<string, IBotStorage> _bots = [];

    internal override DbContext CreateContext() => throw new NotSupportedException("Memory has no tables.");

    internal override IBotStorage Create(BotContext context) => _bots.TryGetValue(context.Name, out var storage) ? storage : _bots[context.Name] = new MemoryStorage(context);
}
