using TelegramMarketing.Storage;

namespace TelegramMarketing.Invitations;

/// <summary>Makes the events that Telegram's updates report.</summary>
internal static class InvitationEvents
{
    public static ConsentEvent Create(InvitationRecord invitation, ConsentEventKind kind, DateTime at, int updateId, int? messageId = null) => new()
    {
        Kind = kind,
        At = ToOffset(at),
        Subject = invitation.Subject,
        Invitation = invitation.Id,
        Channel = invitation.Channel,
        Campaign = invitation.Campaign,
        Evidence = new() { UpdateId = updateId, MessageId = messageId },
    };

    /// <summary>Telegram's dates are UTC, whatever their kind says.</summary>
    public static DateTimeOffset ToOffset(DateTime telegramDate) => new(DateTime.SpecifyKind(telegramDate, DateTimeKind.Utc));
}
