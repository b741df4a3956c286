using Microsoft.EntityFrameworkCore;
using TelegramMarketing.Storage;

namespace TelegramMarketing.EntityFrameworkCore;

internal sealed partial class RelationalInvitationTables
{
    public Task<LinkToRevokeRow?> FindLinkToRevokeAsync(string link) => LinksToRevoke.FirstOrDefaultAsync(row => row.Link == link, cancellationToken);

    public async Task<IReadOnlyList<LinkToRevokeRow>> LinksToRevokeAsync(long at, int limit) =>
        await LinksToRevoke.Where(row => row.DueAt <= at).OrderBy(row => row.DueAt).Take(limit).ToListAsync(cancellationToken).ConfigureAwait(false);

    public Task<JoinRequestRow?> FindJoinRequestAsync(Guid invitation) => JoinRequests.FirstOrDefaultAsync(row => row.Invitation == invitation, cancellationToken);

    public async Task<IReadOnlyList<JoinRequestRow>> JoinRequestsToDeclineAsync(long at, int limit) =>
        await JoinRequests.Where(row => row.DueAt <= at).OrderBy(row => row.DueAt).Take(limit).ToListAsync(cancellationToken).ConfigureAwait(false);

    public Task<CampaignLinkRow?> FindCampaignLinkAsync(Guid id) => CampaignLinks.FirstOrDefaultAsync(row => row.Id == id, cancellationToken);

    public Task<int> CountCampaignJoinsAsync(long channelId, string? campaign) =>
        CampaignLinks.Where(row => row.ChannelId == channelId && (campaign == null || row.Campaign == campaign)).SumAsync(row => row.Joins, cancellationToken);

    public void Add(LinkToRevokeRow row)
    {
        row.BotName = botName;
        db.Add(row);
    }

    public void Remove(LinkToRevokeRow row) => db.Remove(row);

    public void Add(JoinRequestRow row)
    {
        row.BotName = botName;
        db.Add(row);
    }

    public void Remove(JoinRequestRow row) => db.Remove(row);

    public void Add(CampaignLinkRow row)
    {
        row.BotName = botName;
        db.Add(row);
    }

    public void Remove(CampaignLinkRow row) => db.Remove(row);

    private IQueryable<LinkToRevokeRow> LinksToRevoke => db.Set<LinkToRevokeRow>().Where(row => row.BotName == botName);

    private IQueryable<JoinRequestRow> JoinRequests => db.Set<JoinRequestRow>().Where(row => row.BotName == botName);

    private IQueryable<CampaignLinkRow> CampaignLinks => db.Set<CampaignLinkRow>().Where(row => row.BotName == botName);
}
