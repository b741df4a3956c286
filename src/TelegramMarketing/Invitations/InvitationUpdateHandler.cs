using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using TelegramMarketing.Storage;
using TelegramMarketing.Updates;

namespace TelegramMarketing.Invitations;

/// <summary>Turns updates into events of invitations.</summary>
internal sealed class InvitationUpdateHandler(
    bool keepsInvitations,
    StartCommandHandler commands,
    ConsentQuestions questions,
    JoinRequestHandler requests,
    MembershipHandler memberships,
    IConsentStore consent) : IUpdateHandler
{
    public Task HandleAsync(Update update, CancellationToken cancellationToken) => update switch
    {
        // Without a place to keep them nobody was invited, and all commands are the host's.
        _ when !keepsInvitations => Task.CompletedTask,
        { Message: { Chat.Type: ChatType.Private, From: not null, Text: not null } message } => commands.HandleAsync(update.Id, message, cancellationToken),
        { CallbackQuery: { Data: not null } press } => questions.HandleAsync(update.Id, press, cancellationToken),
        { ChatJoinRequest: { Chat.Type: ChatType.Channel } request } => requests.HandleAsync(update.Id, request, cancellationToken),
        { MyChatMember: { Chat.Type: ChatType.Private } change } => memberships.HandleBotAsync(update.Id, change, cancellationToken),
        { ChatMember: { Chat.Type: ChatType.Channel } change } => memberships.HandleMemberAsync(update.Id, change, cancellationToken),
        _ => Task.CompletedTask,
    };

    public Task ObservingAsync(CancellationToken cancellationToken) => keepsInvitations ? consent.MarkObservedAsync(cancellationToken) : Task.CompletedTask;
}
