using TelegramMarketing.Hosting;

namespace TelegramMarketing.Storage;

/// <summary>State that is forgotten with the process.</summary>
internal sealed class MemoryStorage(BotContext context) : IBotStorage
{
    public bool IsInMemory => true;

    public IPublicationStore Publications { get; } = new InMemoryPublicationStore(context.Options.Memory.EndedPublications, context.Clock);

    public IStatisticsStore Statistics { get; } = new MemoryStatisticsStore(context.Options.Memory.CollectedPosts);

    public ISenderLease Lease { get; } = new MemorySenderLease();

    public Task PrepareAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
