using Telegram.Bot.Requests;
using TelegramMarketing.Delivery;
using TelegramMarketing.Hosting;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Invitations;

/// <summary>Creates and ends the links of campaigns.</summary>
internal sealed class CampaignLinks(BotContext context, IBotSender sender, InvitationDirectory directory, LinkRevoker revoker, IInvitationStore store)
{
    public async Task<CampaignLink> CreateAsync(CampaignLinkRequest request, CancellationToken cancellationToken)
    {
        Check(request);
        var channel = await directory.GetChannelAsync(request.Channel, cancellationToken).ConfigureAwait(false);
        if (channel.Username is not null)
        {
            throw new ArgumentException(
                "The channel is public, and Telegram does not say by which link somebody joined a public channel. Print its address, or the bot's link of an invitation.",
                nameof(request));
        }

        var now = context.Clock.UtcNow;
        var (id, expiresAt) = (context.Chance.NextId(now), now + request.ValidFor);

        // Recorded first: should the answer be lost, the joins by a link of that name are counted all the same.
        await store.AddCampaignLinkAsync(new() { Id = id, ChannelId = channel.Id, Campaign = request.Campaign, ExpiresAt = expiresAt?.UtcTicks }, cancellationToken).ConfigureAwait(false);
        var address = await CreateAsync(id, channel.Id, request.MemberLimit, expiresAt, cancellationToken).ConfigureAwait(false);
        return new() { Id = id, Channel = request.Channel, Campaign = request.Campaign, Address = new(address), MemberLimit = request.MemberLimit, ExpiresAt = expiresAt };
    }

    public async Task<bool> RevokeAsync(Guid id, CancellationToken cancellationToken)
    {
        var isKnown = await store.EndCampaignLinkAsync(id, context.Clock.UtcNow, cancellationToken).ConfigureAwait(false);
        await revoker.RevokeDueAsync(cancellationToken).ConfigureAwait(false);
        return isKnown;
    }

    private static void Check(CampaignLinkRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var failures = ((IEnumerable<string?>)
        [
            request.Channel is null ? "Channel is missing." : null,
            string.IsNullOrWhiteSpace(request.Campaign) ? "Campaign is missing: the name under which the joins are counted."
            : request.Campaign.Length > InvitationRequest.MaxNoteLength ? $"Campaign has {request.Campaign.Length} characters; at most {InvitationRequest.MaxNoteLength} are allowed."
            : null,
            request.MemberLimit is < 1 or > CampaignLinkRequest.MaxMembers
                ? $"MemberLimit is {request.MemberLimit}; Telegram permits 1 to {CampaignLinkRequest.MaxMembers}. Leave it null for any number."
                : null,
            request.ValidFor <= TimeSpan.Zero ? "ValidFor must be more than zero, or null for a link that does not expire." : null,
        ]).OfType<string>().ToList();
        if (failures.Count > 0)
        {
            throw new ArgumentException($"The request for a campaign's link is wrong. {string.Join(" ", failures)}", nameof(request));
        }
    }

    private async Task<string> CreateAsync(Guid id, long channelId, int? memberLimit, DateTimeOffset? expiresAt, CancellationToken cancellationToken)
    {
        var request = new CreateChatInviteLinkRequest { ChatId = channelId, Name = InvitationLinks.ToName(id), MemberLimit = memberLimit, ExpireDate = expiresAt?.UtcDateTime };
        try
        {
            var link = await sender.CallAsync(request, repeatable: false, cancellationToken).ConfigureAwait(false);
            var address = link?.InviteLink ?? throw new TelegramMarketingException(TelegramMarketingError.OutcomeUnknown, "Telegram did not say the link that it created.");
            await store.CompleteCampaignLinkAsync(id, address, CancellationToken.None).ConfigureAwait(false);
            return address;
        }
        catch (TelegramMarketingException exception) when (exception.Error != TelegramMarketingError.OutcomeUnknown)
        {
            await store.CompleteCampaignLinkAsync(id, address: null, CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }
}
