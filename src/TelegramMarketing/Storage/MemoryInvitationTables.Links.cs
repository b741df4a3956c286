namespace TelegramMarketing.Storage;

internal sealed partial class MemoryInvitationTables
{
    private readonly Dictionary<string, LinkToRevokeRow> _linksToRevoke = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, JoinRequestRow> _joinRequests = [];
    private readonly Dictionary<Guid, CampaignLinkRow> _campaignLinks = [];

    public Task<LinkToRevokeRow?> FindLinkToRevokeAsync(string link) => Task.FromResult(_linksToRevoke.GetValueOrDefault(link));

    public Task<IReadOnlyList<LinkToRevokeRow>> LinksToRevokeAsync(long at, int limit) =>
        Task.FromResult<IReadOnlyList<LinkToRevokeRow>>([.. _linksToRevoke.Values.Where(row => row.DueAt <= at).OrderBy(row => row.DueAt).Take(limit)]);

    public Task<JoinRequestRow?> FindJoinRequestAsync(Guid invitation) => Task.FromResult(_joinRequests.GetValueOrDefault(invitation));

    public Task<IReadOnlyList<JoinRequestRow>> JoinRequestsToDeclineAsync(long at, int limit) =>
        Task.FromResult<IReadOnlyList<JoinRequestRow>>([.. _joinRequests.Values.Where(row => row.DueAt <= at).OrderBy(row => row.DueAt).Take(limit)]);

    public Task<CampaignLinkRow?> FindCampaignLinkAsync(Guid id) => Task.FromResult(_campaignLinks.GetValueOrDefault(id));

    public Task<int> CountCampaignJoinsAsync(long channelId, string? campaign) =>
        Task.FromResult(_campaignLinks.Values.Where(row => row.ChannelId == channelId && (campaign is null || row.Campaign == campaign)).Sum(row => row.Joins));

    public void Add(LinkToRevokeRow row) => _linksToRevoke[row.Link] = row;

    public void Remove(LinkToRevokeRow row) => _linksToRevoke.Remove(row.Link);

    public void Add(JoinRequestRow row) => _joinRequests[row.Invitation] = row;

    public void Remove(JoinRequestRow row) => _joinRequests.Remove(row.Invitation);

    public void Add(CampaignLinkRow row) => _campaignLinks[row.Id] = row;

    public void Remove(CampaignLinkRow row) => _campaignLinks.Remove(row.Id);
}
