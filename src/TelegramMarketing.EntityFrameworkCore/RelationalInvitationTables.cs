using Microsoft.EntityFrameworkCore;
using TelegramMarketing.Storage;

namespace TelegramMarketing.EntityFrameworkCore;

/// <summary>The rows of one bot's invitations in one context.</summary>
internal sealed partial class RelationalInvitationTables(DbContext db, string botName, string keyCheck, CancellationToken cancellationToken) : IInvitationTables
{
    public async Task LockAsync(IReadOnlyList<Identity> identities)
    {
        await Named(db, botName, identities)
            .ExecuteUpdateAsync(row => row.SetProperty(identity => identity.IsOwn, identity => identity.IsOwn), cancellationToken).ConfigureAwait(false);
    }

    public async Task LockAllAsync() => await Suppressions.Where(row => row.Hash == keyCheck)
        .ExecuteUpdateAsync(row => row.SetProperty(suppression => suppression.At, suppression => suppression.At), cancellationToken).ConfigureAwait(false);

    public async Task<IReadOnlyList<IdentityRow>> FindIdentitiesAsync(IReadOnlyList<Identity> identities)
    {
        var rows = await Named(db, botName, identities).ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. rows.Where(row => identities.Any(identity => identity.Kind == row.Kind && identity.Value == row.Value))];
    }

    public async Task<IReadOnlyList<IdentityRow>> IdentitiesOfAsync(IReadOnlyList<Guid> subjects) => subjects.Count == 0
        ? []
        : await IdentitiesOf(db, botName, subjects).ToListAsync(cancellationToken).ConfigureAwait(false);

    public async Task<IReadOnlyList<SuppressionRow>> FindSuppressionsAsync(IReadOnlyList<string> hashes) => hashes.Count == 0
        ? []
        : await Suppressions.Where(row => hashes.Contains(row.Hash)).ToListAsync(cancellationToken).ConfigureAwait(false);

    public async Task<IReadOnlyList<InvitationRow>> InvitationsOfAsync(IReadOnlyList<Guid> subjects) => subjects.Count == 0
        ? []
        : await InvitationsOf(db, botName, subjects).ToListAsync(cancellationToken).ConfigureAwait(false);

    public Task<InvitationRow?> FindAsync(Guid id) => Invitations.FirstOrDefaultAsync(row => row.Id == id, cancellationToken);

    public Task<InvitationRow?> FindByTokenAsync(string token) => Invitations.FirstOrDefaultAsync(row => row.Token == token, cancellationToken);

    public Task<InvitationRow?> FindByPersonAsync(long channelId, long person) =>
        Invitations.Where(row => row.ChannelId == channelId && row.Person == person).OrderByDescending(row => row.BoundAt).FirstOrDefaultAsync(cancellationToken);

    public async Task<IReadOnlyList<InvitationRow>> OpenAsync(string? campaign, long channelId, long notAfter, Guid? after, int limit)
    {
        var createdAt = after is { } last
            ? await Invitations.Where(row => row.Id == last).Select(row => (long?)row.CreatedAt).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false)
            : null;
        return await Open(db, botName, campaign, channelId, notAfter, createdAt ?? 0, after ?? Guid.Empty).Take(limit).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    public Task<int> CountDeliveriesAsync(long since) => Invitations.CountAsync(row => row.DeliveryAt > since, cancellationToken);

    public async Task<FunnelCounts> CountAsync(long channelId, string? campaign)
    {
        var groups = await Invitations.Where(row => row.ChannelId == channelId && (campaign == null || row.Campaign == campaign))
            .GroupBy(row => new { row.Reached, row.IsGone, row.Delivery })
            .Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellationToken).ConfigureAwait(false);
        var counts = new FunnelCounts();
        groups.ForEach(group => counts.Add(group.Key.Reached, group.Key.IsGone, group.Key.Delivery, group.Count));
        return counts;
    }

    public Task<bool> HasEventAsync(Guid invitation, ConsentEventKind kind, int updateId) =>
        Events.AnyAsync(row => row.Invitation == invitation && row.Kind == kind && row.UpdateId == updateId, cancellationToken);

    public async Task<IReadOnlyList<ConsentEventRow>> EventsAsync(EventFilter filter, long after, int limit) =>
        await EventsOf(db, botName, filter, after).Take(limit).ToListAsync(cancellationToken).ConfigureAwait(false);

    public Task<WordingRow?> FindWordingAsync(string hash) => db.Set<WordingRow>().FirstOrDefaultAsync(row => row.BotName == botName && row.Hash == hash, cancellationToken);

    public Task<InvitationChannelRow?> FindChannelAsync(long channelId) =>
        db.Set<InvitationChannelRow>().FirstOrDefaultAsync(row => row.BotName == botName && row.ChannelId == channelId, cancellationToken);

    public void Add(IdentityRow row)
    {
        row.BotName = botName;
        db.Add(row);
    }

    public void Add(SuppressionRow row)
    {
        row.BotName = botName;
        db.Add(row);
    }

    public void Add(InvitationRow row)
    {
        row.BotName = botName;
        db.Add(row);
    }

    public void Add(ConsentEventRow row)
    {
        row.BotName = botName;
        db.Add(row);
    }

    public void Add(WordingRow row)
    {
        row.BotName = botName;
        db.Add(row);
    }

    public void Add(InvitationChannelRow row)
    {
        row.BotName = botName;
        db.Add(row);
    }

    public void Remove(IdentityRow row) => db.Remove(row);

    public void Remove(SuppressionRow row) => db.Remove(row);

    public void Remove(InvitationRow row) => db.Remove(row);

    public void RemoveToken(InvitationRow row) => row.Token = null;

    public Task FlushAsync() => db.SaveChangesAsync(cancellationToken);

    public async Task SettleAsync()
    {
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        db.ChangeTracker.Clear();
    }

    private IQueryable<SuppressionRow> Suppressions => db.Set<SuppressionRow>().Where(row => row.BotName == botName);

    private IQueryable<InvitationRow> Invitations => db.Set<InvitationRow>().Where(row => row.BotName == botName);

    private IQueryable<ConsentEventRow> Events => db.Set<ConsentEventRow>().Where(row => row.BotName == botName);
}
