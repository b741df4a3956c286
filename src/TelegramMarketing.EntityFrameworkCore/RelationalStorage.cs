using TelegramMarketing.Hosting;
using TelegramMarketing.Storage;

namespace TelegramMarketing.EntityFrameworkCore;

/// <summary>The state of one bot in a relational database.</summary>
internal sealed class RelationalStorage : IBotStorage
{
    private readonly StoreAccess _access;
    private readonly PublicationStore _publications;

    public RelationalStorage(BotContext context, IStoreDatabase database)
    {
        _access = new StoreAccess(database);
        _publications = new PublicationStore(context.Name, context.Clock, _access);
        Statistics = new StatisticsStore(context.Name, _access);
        Lease = new SenderLease(context.Name, _access);
    }

    public bool IsInMemory => false;

    public IPublicationStore Publications => _publications;

    public IStatisticsStore Statistics { get; }

    public ISenderLease Lease { get; }

    public Task PrepareAsync(CancellationToken cancellationToken) => _access.PrepareAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _publications.DisposeAsync().ConfigureAwait(false);
        _access.Dispose();
    }
}
