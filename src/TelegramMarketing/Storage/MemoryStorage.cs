using TelegramMarketing.Hosting;
using TelegramMarketing.Invitations;

namespace TelegramMarketing.Storage;

/// <summary>State that is forgotten with the process.</summary>
internal sealed class MemoryStorage : IBotStorage
{
    private readonly MemoryInvitationDatabase _database;
    private readonly InvitationStore _invitations;

    public MemoryStorage(BotContext context)
    {
        Publications = new InMemoryPublicationStore(context.Options.Memory.EndedPublications, context.Clock);
        Statistics = new MemoryStatisticsStore(context.Options.Memory.CollectedPosts);
        _database = new MemoryInvitationDatabase(context.Options.Memory);
        _invitations = new InvitationStore(_database, SuppressionHashes.FromKey(context.Options.Invitations.SuppressionKey) ?? SuppressionHashes.Ephemeral());
    }

    public bool IsInMemory => true;

    public bool KeepsInvitations => true;

    public IPublicationStore Publications { get; }

    public IStatisticsStore Statistics { get; }

    public IInvitationStore Invitations => _invitations;

    public IConsentStore Consent => _invitations;

    /// <summary>How much is kept of invitations, in entries.</summary>
    public int InvitationRows => _database.Rows;

    public ISenderLease Lease { get; } = new MemorySenderLease();

    public Task PrepareAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
