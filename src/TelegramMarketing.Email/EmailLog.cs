using Microsoft.Extensions.Logging;

namespace TelegramMarketing.Email;

/// <summary>What is said about e-mail. Addresses only at Trace; subjects, texts and passwords never.</summary>
internal static partial class EmailLog
{
    [LoggerMessage(8101, LogLevel.Warning, "E-mail does not go out at present, and invitation {Invitation} was not sent: {Reason}")]
    public static partial void EmailHeldUp(this ILogger logger, Guid invitation, string? reason);

    [LoggerMessage(8102, LogLevel.Debug, "Invitation {Invitation} by e-mail: {Outcome}. {Reason}")]
    public static partial void EmailSent(this ILogger logger, Guid invitation, InvitationOutcome outcome, string? reason);

    [LoggerMessage(8103, LogLevel.Error, "Whether invitation {Invitation} went out by e-mail is unknown, and it is not sent again: {Reason}")]
    public static partial void EmailUnknown(this ILogger logger, Guid invitation, string? reason);

    [LoggerMessage(8104, LogLevel.Trace, "Invitation {Invitation} goes to {Address}")]
    public static partial void EmailAddressed(this ILogger logger, Guid invitation, string address);
}
