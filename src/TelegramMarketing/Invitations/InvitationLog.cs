using Microsoft.Extensions.Logging;

namespace TelegramMarketing.Invitations;

/// <summary>What invitations log: ids of ours and Telegram's errors, never who somebody is.</summary>
internal static partial class InvitationLog
{
    [LoggerMessage(4001, LogLevel.Debug, "Invitation {Invitation} was created.")]
    public static partial void Created(ILogger logger, Guid invitation);

    [LoggerMessage(4002, LogLevel.Debug, "Invitation {Invitation} was delivered by {Transport}.")]
    public static partial void Delivered(ILogger logger, Guid invitation, string transport);

    [LoggerMessage(4003, LogLevel.Information, "Invitation {Invitation} was not delivered by {Transport}: {Outcome}, {Reason}.")]
    public static partial void NotDelivered(ILogger logger, Guid invitation, string transport, InvitationOutcome outcome, string? reason);

    [LoggerMessage(4004, LogLevel.Warning, "The personal link of invitation {Invitation} may exist under that name, but its address is not known. The customer counts as not invited.")]
    public static partial void LinkLost(ILogger logger, Guid invitation);

    [LoggerMessage(4005, LogLevel.Warning, "A person who pressed start could not be answered: {Error}. Pressing start again is answered again.")]
    public static partial void AnswerFailed(ILogger logger, TelegramMarketingError error);

    [LoggerMessage(4007, LogLevel.Error, "The transport {Transport} failed with {Exception} for invitation {Invitation}, which may have arrived: it is not sent again.")]
    public static partial void TransportFailed(ILogger logger, string transport, Guid invitation, string exception);

    [LoggerMessage(4006, LogLevel.Error, "The way into the channel for invitation {Invitation} could not be given: {Error}. {Reason}")]
    public static partial void NoWayIn(ILogger logger, Guid invitation, TelegramMarketingError error, string reason);

    [LoggerMessage(4022, LogLevel.Warning, "A link of what has ended could not be revoked: {Error}. {Reason} It is tried again.")]
    public static partial void LinkNotRevoked(ILogger logger, TelegramMarketingError error, string reason);

    [LoggerMessage(4023, LogLevel.Information, "The link of {Name}, whose creation had given no answer, was told by Telegram, and is revoked.")]
    public static partial void LinkFound(ILogger logger, Guid name);

    [LoggerMessage(4020, LogLevel.Debug, "A pressed button was not acknowledged: {Error}. The person sees it wait for a while.")]
    public static partial void PressNotAcknowledged(ILogger logger, TelegramMarketingError error);

    [LoggerMessage(4021, LogLevel.Warning, "The request to join by invitation {Invitation} could not be decided as the person had answered: {Error}. {Reason} It waits; the person can press the button again, and an administrator can decide it.")]
    public static partial void RequestNotDecided(ILogger logger, Guid invitation, TelegramMarketingError error, string reason);

    [LoggerMessage(4024, LogLevel.Warning, "The request to join by invitation {Invitation}, which is over, could not be declined: {Error}. {Reason} It is tried again.")]
    public static partial void RequestNotDeclined(ILogger logger, Guid invitation, TelegramMarketingError error, string reason);

    [LoggerMessage(4025, LogLevel.Warning, "Requests to join that are over could not be looked up or recorded: {Error}. {Reason} It is tried again.")]
    public static partial void RequestsNotDeclined(ILogger logger, TelegramMarketingError error, string reason);
}
