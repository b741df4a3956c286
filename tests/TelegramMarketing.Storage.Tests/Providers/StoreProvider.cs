using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using TelegramMarketing.Hosting;
using TelegramMarketing.Time;

namespace TelegramMarketing.Storage.Tests.Providers;

/// <summary>A store of its own for one test, which may be opened as if by several processes.</summary>
public abstract class StoreProvider : IAsyncDisposable
{
    /// <summary>A key of the list of opt-outs.</summary>
    public const string SuppressionKey = "a key of the tests, 32 characters and more";

    private readonly List<IBotStorage> _opened = [];

    /// <summary>The present, which every opening shares.</summary>
    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2027, 3, 1, 12, 0, 0, TimeSpan.Zero));

    /// <summary>Opens the store, as another process does.</summary>
    internal IBotStorage Open(string bot = "", string? suppressionKey = SuppressionKey)
    {
        var options = new TelegramMarketingOptions();
        options.Invitations.SuppressionKey = suppressionKey;
        var storage = Create(new BotContext(bot, options, new Clock(Time), new Chance(), null!, NullLoggerFactory.Instance));
        _opened.Add(storage);
        return storage;
    }

    /// <summary>The tables, beneath the store.</summary>
    internal abstract DbContext CreateContext();

    internal abstract IBotStorage Create(BotContext context);

    public virtual async ValueTask DisposeAsync()
    {
        foreach (var storage in _opened)
        {
            await storage.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }
}
