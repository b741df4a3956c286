using TelegramMarketing.Invitations;

namespace TelegramMarketing.Storage;

/// <summary>What invitations and consent mean in rows, whatever keeps the rows.</summary>
internal sealed partial class InvitationStore(IInvitationDatabase database, SuppressionHashes hashes) : IInvitationStore, IConsentStore
{
    // Creating a link takes less; a claim that is older was left by a process that ended.
    private static readonly TimeSpan _claimLifetime = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan _day = TimeSpan.FromHours(24);

    public async Task<InvitationClaim> ClaimAsync(ClaimRequest claim, CancellationToken cancellationToken) =>
        (await ClaimAsync([claim], cancellationToken).ConfigureAwait(false))[0];

    public Task<IReadOnlyList<InvitationClaim>> ClaimAsync(IReadOnlyList<ClaimRequest> claims, CancellationToken cancellationToken) => database.RunAsync<IReadOnlyList<InvitationClaim>>(
        async tables =>
        {
            // In one order everywhere, so that two processes with the same list don't wait for each other in a ring.
            var answers = new InvitationClaim[claims.Count];
            foreach (var (index, claim) in claims.Index().OrderBy(entry => Identity.Of(entry.Item.Customer).Value, StringComparer.Ordinal))
            {
                answers[index] = await ClaimAsync(tables, claim).ConfigureAwait(false);
                await tables.SettleAsync().ConfigureAwait(false);
            }

            return answers;
        },
        cancellationToken);

    public Task<InvitationClaim> CheckAsync(ClaimRequest claim, CancellationToken cancellationToken) => database.ReadAsync(
        async tables =>
        {
            var subjects = await SubjectsOfAsync(tables, claim.Named).ConfigureAwait(false);
            return await RefuseAsync(tables, claim, subjects).ConfigureAwait(false) ?? default;
        },
        cancellationToken);

    public Task ReleaseAsync(Guid id, bool keepTrace, CancellationToken cancellationToken) => ChangeAsync(
        id,
        (tables, row) =>
        {
            row.ClaimKey = null;
            if (!keepTrace)
            {
                tables.Remove(row);
            }

            return true;
        },
        cancellationToken);

    public Task<InvitationRecord> CompleteAsync(Guid id, string? personalLink, ConsentEvent invited, CancellationToken cancellationToken) => database.RunAsync(
        async tables =>
        {
            var row = await RowAsync(tables, id).ConfigureAwait(false);
            await SetLinkAsync(tables, row, personalLink).ConfigureAwait(false);
            await AppendAsync(tables, row, invited).ConfigureAwait(false);
            return row.ToRecord();
        },
        cancellationToken);

    public Task<InvitationRecord> SetPersonalLinkAsync(Guid id, string personalLink, CancellationToken cancellationToken) => database.RunAsync(
        async tables =>
        {
            var row = await RowAsync(tables, id).ConfigureAwait(false);
            await SetLinkAsync(tables, row, personalLink).ConfigureAwait(false);
            return row.ToRecord();
        },
        cancellationToken);

    public Task<InvitationRecord?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        database.ReadAsync(async tables => (await tables.FindAsync(id).ConfigureAwait(false))?.ToRecord(), cancellationToken);

    public Task<InvitationRecord?> FindByTokenAsync(string token, CancellationToken cancellationToken) =>
        database.ReadAsync(async tables => await tables.FindByTokenAsync(token).ConfigureAwait(false) is { IsComplete: true } row ? row.ToRecord() : null, cancellationToken);

    public Task<InvitationRecord?> FindByPersonAsync(long channelId, long person, CancellationToken cancellationToken) =>
        database.ReadAsync(async tables => (await tables.FindByPersonAsync(channelId, person).ConfigureAwait(false))?.ToRecord(), cancellationToken);

    public Task<bool> TryBindAsync(Guid id, long person, DateTimeOffset at, CancellationToken cancellationToken) => ChangeAsync(
        id,
        async (tables, row) =>
        {
            if (row.Token is null || (row.Person is { } owner && owner != person))
            {
                return false;
            }

            (row.Person, row.BoundAt) = (person, at.UtcTicks);
            var known = await tables.IdentitiesOfAsync([row.Subject]).ConfigureAwait(false);
            var identity = Identity.OfPerson(person);
            if (!known.Any(entry => entry.Identity == identity))
            {
                var isOwn = !known.Any(entry => entry is { Kind: IdentityKind.Telegram, IsOwn: true });
                tables.Add(IdentityRow.Create(identity, row.Subject, isOwn));
            }

            return true;
        },
        cancellationToken);

    public Task<DeliveryPermit> TryBeginDeliveryAsync(Guid id, string transport, DateTimeOffset at, int? dailyLimit, CancellationToken cancellationToken) => database.RunAsync(
        async tables =>
        {
            if (dailyLimit is not null)
            {
                await tables.LockAllAsync().ConfigureAwait(false);
            }

            if (await tables.FindAsync(id).ConfigureAwait(false) is not { Delivery: DeliveryState.Open, IsComplete: true, Token: not null } row)
            {
                return DeliveryPermit.Taken;
            }

            var subject = await SubjectAsync(tables, row.Subject).ConfigureAwait(false);
            if (subject.IsSuppressed(transport))
            {
                return subject.IsSuppressed() ? DeliveryPermit.OptedOut : DeliveryPermit.TransportClosed;
            }

            if (dailyLimit is { } limit && await tables.CountDeliveriesAsync((at - _day).UtcTicks).ConfigureAwait(false) >= limit)
            {
                return DeliveryPermit.DailyLimit;
            }

            (row.Delivery, row.Transport, row.DeliveryAt) = (DeliveryState.Begun, transport, at.UtcTicks);
            return DeliveryPermit.Granted;
        },
        cancellationToken);

    public Task ReleaseDeliveryAsync(Guid id, DateTimeOffset? notBefore, CancellationToken cancellationToken) => ChangeAsync(
        id,
        (_, row) =>
        {
            if (row.Delivery == DeliveryState.Begun)
            {
                (row.Delivery, row.Transport, row.DeliveryAt) = (DeliveryState.Open, null, null);
            }

            row.NotBefore = notBefore?.UtcTicks ?? row.NotBefore;
            return true;
        },
        cancellationToken);

    public Task<IReadOnlyList<InvitationRecord>> ListOpenAsync(string? campaign, long channelId, DateTimeOffset notAfter, Guid? after, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<InvitationRecord>>(
            async tables => [.. (await tables.OpenAsync(campaign, channelId, notAfter.UtcTicks, after, limit).ConfigureAwait(false)).Select(row => row.ToRecord())],
            cancellationToken);

    public Task<FunnelCounts> CountAsync(long channelId, string? campaign, CancellationToken cancellationToken) =>
        database.ReadAsync(tables => tables.CountAsync(channelId, campaign), cancellationToken);

    private static async Task<InvitationRow> RowAsync(IInvitationTables tables, Guid id) => await tables.FindAsync(id).ConfigureAwait(false)
        ?? throw new InvalidOperationException($"The invitation {id} is not there, or no longer kept. MemoryOptions.Invitations says how many are kept in memory.");

    private Task<bool> ChangeAsync(Guid id, Func<IInvitationTables, InvitationRow, bool> change, CancellationToken cancellationToken) =>
        ChangeAsync(id, (tables, row) => Task.FromResult(change(tables, row)), cancellationToken);

    private Task<bool> ChangeAsync(Guid id, Func<IInvitationTables, InvitationRow, Task<bool>> change, CancellationToken cancellationToken) => database.RunAsync(
        async tables => await tables.FindAsync(id).ConfigureAwait(false) is { } row && await change(tables, row).ConfigureAwait(false),
        cancellationToken);
}
