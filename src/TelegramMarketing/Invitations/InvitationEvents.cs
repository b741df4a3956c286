using TelegramMarketing.Storage;

namespace TelegramMarketing.Invitations;

/// <summary>Makes the events of invitations.</summary>
internal static class InvitationEvents
{
    /// <summary>An event that one of Telegram's updates reports.</summary>
    public static ConsentEvent Create(InvitationRecord invitation, ConsentEventKind kind, DateTime at, int updateId, int? messageId = null) =>
        Create(invitation, kind, ToOffset(at), new() { UpdateId = updateId, MessageId = messageId });

    public static ConsentEvent Create(InvitationRecord invitation, ConsentEventKind kind, DateTimeOffset at, ConsentEvidence evidence) => new()
    {
        Kind = kind,
        At = at,
        Subject = invitation.Subject,
        Invitation = invitation.Id,
        Channel = invitation.Channel,
        Campaign = invitation.Campaign,
        Evidence = evidence,
    };

    /// <summary>Telegram's dates are UTC, whatever their kind says.</summary>
    public static DateTimeOffset ToOffset(DateTime telegramDate) => new(DateTime.SpecifyKind(telegramDate, DateTimeKind.Utc));
}
