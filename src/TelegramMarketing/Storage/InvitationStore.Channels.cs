namespace TelegramMarketing.Storage;

internal sealed partial class InvitationStore
{
    public Task AddCampaignLinkAsync(CampaignLinkRow link, CancellationToken cancellationToken) => database.RunAsync(
        tables =>
        {
            tables.Add(link);
            return Task.FromResult(true);
        },
        cancellationToken);

    public Task<bool> CompleteCampaignLinkAsync(Guid id, string? address, CancellationToken cancellationToken) => ChangeCampaignLinkAsync(
        id,
        async (tables, row) =>
        {
            if (address is null)
            {
                tables.Remove(row);
                return true;
            }

            row.Address = address;
            if (row.ExpiresAt is { } expires)
            {
                await RevokeFromAsync(tables, row.ChannelId, address, expires).ConfigureAwait(false);
            }

            return true;
        },
        cancellationToken);

    public Task<bool> EndCampaignLinkAsync(Guid id, DateTimeOffset at, CancellationToken cancellationToken) => ChangeCampaignLinkAsync(
        id,
        async (tables, row) =>
        {
            if (row is { IsEnded: false, Address: { } address })
            {
                await RevokeFromAsync(tables, row.ChannelId, address, at.UtcTicks).ConfigureAwait(false);
            }

            row.IsEnded = true;
            return true;
        },
        cancellationToken);

    public Task<bool> CountCampaignJoinAsync(Guid id, long channelId, int updateId, CancellationToken cancellationToken) => ChangeCampaignLinkAsync(
        id,
        (_, row) =>
        {
            if (row.ChannelId == channelId && row.LastUpdateId != updateId)
            {
                (row.LastUpdateId, row.Joins) = (updateId, row.Joins + 1);
            }

            return Task.FromResult(row.ChannelId == channelId);
        },
        cancellationToken);

    public Task<int> CountCampaignJoinsAsync(long channelId, string? campaign, CancellationToken cancellationToken) =>
        database.ReadAsync(tables => tables.CountCampaignJoinsAsync(channelId, campaign), cancellationToken);

    public Task<ChannelCounts?> GetChannelCountsAsync(long channelId, CancellationToken cancellationToken) => database.ReadAsync(
        async tables => await tables.FindChannelAsync(channelId).ConfigureAwait(false) is { MembersAt: { } at } row
            ? new ChannelCounts(row.Members, new(at, TimeSpan.Zero), row.JoinsSeen, row.LeavesSeen)
            : null,
        cancellationToken);

    public Task CountMembersFirstAsync(long channelId, int members, DateTimeOffset at, CancellationToken cancellationToken) => database.RunAsync(
        async tables =>
        {
            var row = await ChannelAsync(tables, channelId).ConfigureAwait(false);
            if (row.MembersAt is null)
            {
                (row.Members, row.MembersAt) = (members, at.UtcTicks);
            }

            return true;
        },
        cancellationToken);

    public Task CountMemberChangeAsync(long channelId, int updateId, bool isJoin, DateTimeOffset at, CancellationToken cancellationToken) => database.RunAsync(
        async tables =>
        {
            // What happened before the members were counted is in their number.
            if (await tables.FindChannelAsync(channelId).ConfigureAwait(false) is { } row && row.MembersAt < at.UtcTicks && row.LastMemberUpdateId != updateId)
            {
                row.LastMemberUpdateId = updateId;
                row.JoinsSeen += isJoin ? 1 : 0;
                row.LeavesSeen += isJoin ? 0 : 1;
            }

            return true;
        },
        cancellationToken);

    private Task<bool> ChangeCampaignLinkAsync(Guid id, Func<IInvitationTables, CampaignLinkRow, Task<bool>> change, CancellationToken cancellationToken) => database.RunAsync(
        async tables => await tables.FindCampaignLinkAsync(id).ConfigureAwait(false) is { } row && await change(tables, row).ConfigureAwait(false),
        cancellationToken);
}
