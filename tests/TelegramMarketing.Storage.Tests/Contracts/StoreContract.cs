using TelegramMarketing.BotApi;
using TelegramMarketing.Storage.Tests.Providers;
using TelegramMarketing.Time;

namespace TelegramMarketing.Storage.Tests.Contracts;

/// <summary>What the suites share. Every provider runs every suite that is meant for it; <see cref="ProvidersTests"/> sees to that.</summary>
/// <typeparam name="TProvider">The store under test.</typeparam>
public abstract class StoreContract<TProvider> : IAsyncLifetime
    where TProvider : StoreProvider, new()
{
    private protected const string Shop = "@myshop";
    private readonly Chance _chance = new();
    private int _lastMessageId = 100;

    // Made when the test begins and not when it is found, so that a missing server is a skip of each test.
    private protected TProvider Provider { get; private set; } = null!;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (Provider is not null)
        {
            await Provider.DisposeAsync();
        }
    }

    private protected IBotStorage Open(string bot = "", string? suppressionKey = StoreProvider.SuppressionKey) => (Provider ??= new TProvider()).Open(bot, suppressionKey);

    private protected DateTimeOffset Now => (Provider ??= new TProvider()).Time.GetUtcNow();

    /// <summary>A publication of one text.</summary>
    private protected PublicationEntry NewEntry(string text = "New arrivals", string? key = null, TimeSpan dueIn = default) =>
        new(_chance.NextId(Now), ChannelAddress.Parse(Shop), new Post { Kind = PostKind.Promotion, Tags = ["spring"] }, key, Now)
        {
            Parts = [new PlannedMessage { Text = PostText.Plain(text) }],
            DueAt = Now + dueIn,
        };

    private protected async Task<PublicationEntry> AddAsync(IBotStorage storage, PublicationEntry? entry = null)
    {
        entry ??= NewEntry();
        (await storage.Publications.AddAsync(entry, Shop, default)).Should().BeSameAs(entry);
        return entry;
    }

    /// <summary>Brings a publication to its end, as its sender does.</summary>
    private protected async Task PublishAsync(IBotStorage storage, PublicationEntry entry, params int[] messageIds)
    {
        entry.BeginSend(_lastMessageId, Now);
        await storage.Publications.SaveAsync(entry, default);
        entry.CompletePart(Sent(messageIds), isLast: true);
        await storage.Publications.SaveAsync(entry, default);
        entry.Parts = null;
    }

    private protected SentMessages Sent(params int[] messageIds) =>
        new(-1001234567890, "myshop", messageIds.Length > 0 ? messageIds : [Interlocked.Increment(ref _lastMessageId)], Now);

    private protected static async Task<List<PublicationEntry>> AllAsync(IAsyncEnumerable<PublicationEntry> entries)
    {
        var all = new List<PublicationEntry>();
        await foreach (var entry in entries)
        {
            all.Add(entry);
        }

        return all;
    }
}
