using Telegram.Bot.Types;
using TelegramMarketing.Hosting;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Invitations;

/// <summary>
/// Somebody asks to be let into a channel by the link of an invitation: the bot asks for their consent, and their answer decides. All other requests, and those of people to whom the
/// invitation was passed on, are left to the company's people.
/// </summary>
internal sealed class JoinRequestHandler(BotContext context, LinkRevoker revoker, IInvitationStore invitations, ConsentQuestions questions)
{
    public async Task HandleAsync(int updateId, ChatJoinRequest request, CancellationToken cancellationToken)
    {
        await revoker.LearnAsync(request.InviteLink, cancellationToken).ConfigureAwait(false);
        var invitation = await FindAsync(request, cancellationToken).ConfigureAwait(false);
        if (invitation is null || invitation.IsExpired(context.Clock.UtcNow) || !await invitations.TryBindAsync(invitation.Id, request.From.Id, context.Clock.UtcNow, cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        var requested = InvitationEvents.Create(invitation, ConsentEventKind.Requested, request.Date, updateId);
        var answerBy = context.Clock.UtcNow + context.Options.Invitations.AnswerWithin;
        await invitations.RequestAsync(requested, request.From.Id, answerBy, cancellationToken).ConfigureAwait(false);
        await questions.AskAsync(invitation, request.UserChatId, request.From.LanguageCode, cancellationToken).ConfigureAwait(false);
    }

    private async Task<InvitationRecord?> FindAsync(ChatJoinRequest request, CancellationToken cancellationToken) =>
        LinkRevoker.IdOf(request.InviteLink) is { } id
        && await invitations.FindAsync(id, cancellationToken).ConfigureAwait(false) is { Link: InvitationLinkKind.ApprovalLink, IsComplete: true } invitation
        && invitation.ChannelId == request.Chat.Id
            ? invitation
            : null;
}
