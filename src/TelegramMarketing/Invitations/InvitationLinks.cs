using Telegram.Bot.Requests;
using TelegramMarketing.Delivery;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Invitations;

/// <summary>The addresses of invitations. Personal links are created when they are needed, never ahead.</summary>
internal sealed class InvitationLinks(IBotSender sender, InvitationDirectory directory, IInvitationStore store)
{
    /// <summary>What the invitation carries.</summary>
    public async Task<Uri> GetAddressAsync(InvitationRecord invitation, CancellationToken cancellationToken) => invitation.Link switch
    {
        InvitationLinkKind.PublicAddress => PublicAddress(invitation.ChannelUsername!),
        InvitationLinkKind.PersonalLink or InvitationLinkKind.ApprovalLink => new Uri(invitation.PersonalLink!),
        _ => await StartAsync(InvitationToken.ToStartPayload(invitation.Token), cancellationToken).ConfigureAwait(false),
    };

    public Task<Uri> GetOptOutAddressAsync(InvitationRecord invitation, CancellationToken cancellationToken) =>
        StartAsync(InvitationToken.ToOptOutPayload(invitation.Token), cancellationToken);

    /// <summary>The way into the channel for the person whom the invitation belongs to.</summary>
    public async Task<Uri> GetChannelAddressAsync(InvitationRecord invitation, CancellationToken cancellationToken)
    {
        // A public channel's address stays right when its name changes only if it is asked for anew.
        var channel = await directory.GetChannelAsync(ChannelAddress.FromId(invitation.ChannelId), cancellationToken).ConfigureAwait(false);
        if (channel.Username is not null && !HasOwnLink(invitation.Link))
        {
            return PublicAddress(channel.Username);
        }

        // A link that somebody has joined by is used up; one that has ended is revoked.
        var isUsable = invitation is { PersonalLink: not null, IsLinkUsed: false, IsLinkEnded: false };
        return new Uri(isUsable ? invitation.PersonalLink! : await RenewPersonalLinkAsync(invitation, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>The invitation is a link of the channel's own, made for this customer.</summary>
    public static bool HasOwnLink(InvitationLinkKind kind) => kind is InvitationLinkKind.PersonalLink or InvitationLinkKind.ApprovalLink;

    /// <summary>
    /// Creates a link that is named by the invitation's id, so that Telegram's updates tell it by that name. It admits one person, or, when requests are approved, whom the bot lets in:
    /// Telegram permits no limit there.
    /// </summary>
    public async Task<string> CreatePersonalLinkAsync(InvitationRecord invitation, CancellationToken cancellationToken)
    {
        var isApproved = invitation.Link == InvitationLinkKind.ApprovalLink;
        var request = new CreateChatInviteLinkRequest
        {
            ChatId = invitation.ChannelId,
            Name = ToName(invitation.Id),
            MemberLimit = isApproved ? null : 1,
            CreatesJoinRequest = isApproved,
            ExpireDate = invitation.ExpiresAt?.UtcDateTime,
        };
        var link = await sender.CallAsync(request, repeatable: false, cancellationToken).ConfigureAwait(false);
        return link?.InviteLink ?? throw new TelegramMarketingException(TelegramMarketingError.OutcomeUnknown, "Telegram did not say the link that it created.");
    }

    /// <summary>32 characters, which is what Telegram keeps of a name.</summary>
    public static string ToName(Guid invitation) => invitation.ToString("N");

    private static Uri PublicAddress(string username) => new($"https://t.me/{username}");

    private async Task<string> RenewPersonalLinkAsync(InvitationRecord invitation, CancellationToken cancellationToken)
    {
        var link = await CreatePersonalLinkAsync(invitation, cancellationToken).ConfigureAwait(false);
        await store.SetPersonalLinkAsync(invitation.Id, link, cancellationToken).ConfigureAwait(false);
        return link;
    }

    private async Task<Uri> StartAsync(string payload, CancellationToken cancellationToken) =>
        new($"https://t.me/{await directory.GetBotUsernameAsync(cancellationToken).ConfigureAwait(false)}?start={payload}");
}
