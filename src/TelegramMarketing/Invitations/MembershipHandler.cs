using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using TelegramMarketing.Hosting;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Invitations;

/// <summary>
/// Assigns joins and leaves to invitations. A join belongs to an invitation only when Telegram says that its link was used, or when the person who joined is the one
/// whom the invitation belongs to. All other joins are counted as unattributed.
/// </summary>
internal sealed class MembershipHandler(BotContext context, MemberWatch members, LinkRevoker revoker, IInvitationStore invitations, IConsentStore consent)
{
    /// <summary>A person has blocked or unblocked the bot.</summary>
    public Task HandleBotAsync(int updateId, ChatMemberUpdated change, CancellationToken cancellationToken) =>
        change.NewChatMember.Status == ChatMemberStatus.Kicked
            ? consent.OptOutAsync(
                new OptOut
                {
                    NewSubject = context.Chance.NextSubject(),
                    At = InvitationEvents.ToOffset(change.Date),
                    Person = change.Chat.Id,
                    Transport = Transports.Telegram,
                    Reason = SuppressionReason.BlockedBot,
                    Evidence = new() { UpdateId = updateId },
                },
                cancellationToken)
            : consent.UnblockAsync(change.Chat.Id, cancellationToken);

    /// <summary>A person has joined or left a channel.</summary>
    public Task HandleMemberAsync(int updateId, ChatMemberUpdated change, CancellationToken cancellationToken) =>
        (change.OldChatMember.IsInChat, change.NewChatMember.IsInChat) switch
        {
            (false, true) => JoinAsync(updateId, change, cancellationToken),
            (true, false) => LeaveAsync(updateId, change, cancellationToken),
            _ => Task.CompletedTask,
        };

    private async Task JoinAsync(int updateId, ChatMemberUpdated change, CancellationToken cancellationToken)
    {
        var person = change.NewChatMember.User;
        if (person.IsBot)
        {
            return;
        }

        await members.CountAsync(updateId, change, isJoin: true, cancellationToken).ConfigureAwait(false);
        await revoker.LearnAsync(change.InviteLink, cancellationToken).ConfigureAwait(false);
        var invitation = await FindByLinkAsync(change, cancellationToken).ConfigureAwait(false)
            ?? await invitations.FindByPersonAsync(change.Chat.Id, person.Id, cancellationToken).ConfigureAwait(false);

        // A link that was passed on shows who used it, and that it wasn't the invited customer.
        if (invitation is null || !await invitations.TryBindAsync(invitation.Id, person.Id, context.Clock.UtcNow, cancellationToken).ConfigureAwait(false))
        {
            if (LinkRevoker.IdOf(change.InviteLink) is { } link && await invitations.CountCampaignJoinAsync(link, change.Chat.Id, updateId, cancellationToken).ConfigureAwait(false))
            {
                return;
            }

            await consent.CountUnattributedJoinAsync(change.Chat.Id, updateId, cancellationToken).ConfigureAwait(false);
            return;
        }

        await consent.AppendAsync(InvitationEvents.Create(invitation, ConsentEventKind.Joined, change.Date, updateId), cancellationToken).ConfigureAwait(false);
    }

    private async Task LeaveAsync(int updateId, ChatMemberUpdated change, CancellationToken cancellationToken)
    {
        if (change.NewChatMember.User.IsBot)
        {
            return;
        }

        await members.CountAsync(updateId, change, isJoin: false, cancellationToken).ConfigureAwait(false);
        var invitation = await invitations.FindByPersonAsync(change.Chat.Id, change.NewChatMember.User.Id, cancellationToken).ConfigureAwait(false);
        if (invitation is { HasJoined: true })
        {
            await consent.AppendAsync(InvitationEvents.Create(invitation, ConsentEventKind.Left, change.Date, updateId), cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<InvitationRecord?> FindByLinkAsync(ChatMemberUpdated change, CancellationToken cancellationToken) =>
        LinkRevoker.IdOf(change.InviteLink) is { } id
        && await invitations.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } invitation
        && invitation.ChannelId == change.Chat.Id
            ? invitation
            : null;
}
