namespace TelegramMarketing.Storage;

internal sealed partial class InvitationStore
{
    public Task<bool> EndAsync(Guid id, DateTimeOffset at, CancellationToken cancellationToken) => ChangeAsync(
        id,
        async (tables, row) =>
        {
            row.ExpiresAt = Math.Min(row.ExpiresAt ?? long.MaxValue, at.UtcTicks);
            await EndLinkAsync(tables, row, at.UtcTicks).ConfigureAwait(false);
            await EndRequestAsync(tables, row, at.UtcTicks).ConfigureAwait(false);
            return true;
        },
        cancellationToken);

    public Task<bool> LearnLinkAsync(Guid id, string link, DateTimeOffset at, CancellationToken cancellationToken) => database.RunAsync(
        async tables =>
        {
            if (await tables.FindAsync(id).ConfigureAwait(false) is { PersonalLink: null, IsLinkEnded: false } row)
            {
                // Nobody was given it: the customer counts as not invited by it.
                row.PersonalLink = link;
                await EndLinkAsync(tables, row, at.UtcTicks).ConfigureAwait(false);
                return true;
            }

            if (await tables.FindCampaignLinkAsync(id).ConfigureAwait(false) is { Address: null } campaign)
            {
                campaign.Address = link;
                await RevokeFromAsync(tables, campaign.ChannelId, link, at.UtcTicks).ConfigureAwait(false);
                return true;
            }

            return false;
        },
        cancellationToken);

    public Task<IReadOnlyList<LinkToRevoke>> ListLinksToRevokeAsync(DateTimeOffset at, int limit, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<LinkToRevoke>>(
        async tables => [.. (await tables.LinksToRevokeAsync(at.UtcTicks, limit).ConfigureAwait(false)).Select(row => new LinkToRevoke(row.ChannelId, row.Link))],
        cancellationToken);

    public async Task LinksRevokedAsync(IReadOnlyList<string> links, CancellationToken cancellationToken)
    {
        await database.RunAsync(
            async tables =>
            {
                foreach (var link in links)
                {
                    if (await tables.FindLinkToRevokeAsync(link).ConfigureAwait(false) is { } row)
                    {
                        tables.Remove(row);
                    }
                }

                return true;
            },
            cancellationToken).ConfigureAwait(false);

        // Among them may be those of people who were erased: what was written of them since then goes out of the files as well.
        await database.ScrubAsync(CancellationToken.None).ConfigureAwait(false);
    }

    public Task PostponeRevocationAsync(string link, DateTimeOffset until, CancellationToken cancellationToken) => database.RunAsync(
        async tables =>
        {
            if (await tables.FindLinkToRevokeAsync(link).ConfigureAwait(false) is { } row)
            {
                row.DueAt = until.UtcTicks;
            }

            return true;
        },
        cancellationToken);

    private static async Task SetLinkAsync(IInvitationTables tables, InvitationRow row, string? link)
    {
        (row.PersonalLink, row.IsLinkEnded, row.IsLinkRenewed) = (link, false, row.HasReached(ConsentEventKind.Joined));
        if (link is not null && row.ExpiresAt is { } expires)
        {
            await RevokeFromAsync(tables, row.ChannelId, link, expires).ConfigureAwait(false);
        }
    }

    /// <summary>The invitation has ended, and its link with it.</summary>
    private static async Task EndLinkAsync(IInvitationTables tables, InvitationRow row, long at)
    {
        if (row is { PersonalLink: { } link, IsLinkEnded: false })
        {
            row.IsLinkEnded = true;
            await RevokeFromAsync(tables, row.ChannelId, link, at).ConfigureAwait(false);
        }
    }

    private static async Task RevokeFromAsync(IInvitationTables tables, long channelId, string link, long at)
    {
        if (await tables.FindLinkToRevokeAsync(link).ConfigureAwait(false) is { } row)
        {
            row.DueAt = Math.Min(row.DueAt, at);
            return;
        }

        tables.Add(new LinkToRevokeRow { Link = link, ChannelId = channelId, DueAt = at });
        await tables.FlushAsync().ConfigureAwait(false);
    }
}
