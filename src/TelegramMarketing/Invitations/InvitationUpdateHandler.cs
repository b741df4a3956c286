using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using TelegramMarketing.Storage;
using TelegramMarketing.Updates;

namespace TelegramMarketing.Invitations;

/// <summary>Turns updates into events of invitations.</summary>
internal sealed class InvitationUpdateHandler(StartCommandHandler commands, MembershipHandler memberships, IConsentStore consent) : IUpdateHandler
{
    public Task HandleAsync(Update update, CancellationToken cancellationToken) => update switch
    {
        { Message: { Chat.Type: ChatType.Private, From: not null, Text: not null } message } => commands.HandleAsync(update.Id, message, cancellationToken),
        { MyChatMember: { Chat.Type: ChatType.Private } change } => memberships.HandleBotAsync(update.Id, change, cancellationToken),
        { ChatMember: { Chat.Type: ChatType.Channel } change } => memberships.HandleMemberAsync(update.Id, change, cancellationToken),
        _ => Task.CompletedTask,
    };

    public Task ObservingAsync(CancellationToken cancellationToken) => consent.MarkObservedAsync(cancellationToken);
}
