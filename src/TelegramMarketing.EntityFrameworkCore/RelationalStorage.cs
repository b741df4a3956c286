using TelegramMarketing.Hosting;
using TelegramMarketing.Invitations;
using TelegramMarketing.Storage;

namespace TelegramMarketing.EntityFrameworkCore;

/// <summary>The state of one bot in a relational database.</summary>
internal sealed class RelationalStorage : IBotStorage
{
    private readonly StoreAccess _access;
    private readonly PublicationStore _publications;
    private readonly InvitationStore _invitations;

    public RelationalStorage(BotContext context, IStoreDatabase database)
    {
        _access = new StoreAccess(database);
        _publications = new PublicationStore(context.Name, context.Clock, _access);
        Statistics = new StatisticsStore(context.Name, _access);
        var hashes = SuppressionHashes.FromKey(context.Options.Invitations.SuppressionKey);
        KeepsInvitations = hashes is not null;
        _invitations = new InvitationStore(new RelationalInvitationDatabase(context.Name, hashes, _access), hashes ?? SuppressionHashes.Ephemeral());
        Lease = new SenderLease(context.Name, _access);
    }

    public bool IsInMemory => false;

    public IPublicationStore Publications => _publications;

    public IStatisticsStore Statistics { get; }

    public bool KeepsInvitations { get; }

    public IInvitationStore Invitations => _invitations;

    public IConsentStore Consent => _invitations;

    public ISenderLease Lease { get; }

    public Task PrepareAsync(CancellationToken cancellationToken) => _access.PrepareAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _publications.DisposeAsync().ConfigureAwait(false);
        _access.Dispose();
    }
}
