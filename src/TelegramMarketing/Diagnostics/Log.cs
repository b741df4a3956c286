using Microsoft.Extensions.Logging;

namespace TelegramMarketing.Diagnostics;

/// <summary>The library's log messages. Channels and ids are named; the text of posts and people's addresses never.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Published {Publication} in {Channel}: {Messages} message(s), first id {MessageId}")]
    public static partial void Published(this ILogger logger, Guid publication, ChannelAddress channel, int messages, int messageId);

    [LoggerMessage(2, LogLevel.Warning, "Publication {Publication} in {Channel} was rejected ({Error}): {Reason}")]
    public static partial void PublicationRejected(this ILogger logger, Guid publication, ChannelAddress channel, TelegramMarketingError error, string reason);

    [LoggerMessage(3, LogLevel.Error, "The outcome of publication {Publication} in {Channel} is unknown: {Reason} It is looked for, and not sent again while it may be there")]
    public static partial void PublicationUnknown(this ILogger logger, Guid publication, ChannelAddress channel, string reason);

    [LoggerMessage(4, LogLevel.Error, "Publication {Publication} in {Channel} is held ({Error}): {Reason} It is tried again until {GiveUpAt:u}")]
    public static partial void PublicationHeld(this ILogger logger, Guid publication, ChannelAddress channel, TelegramMarketingError error, string reason, DateTimeOffset giveUpAt);

    [LoggerMessage(5, LogLevel.Error, "Publication {Publication} in {Channel} was missed: {Reason}")]
    public static partial void PublicationMissed(this ILogger logger, Guid publication, ChannelAddress channel, string reason);

    [LoggerMessage(6, LogLevel.Information, "Publication {Publication} in {Channel} was cancelled after {Parts} of its messages")]
    public static partial void PublicationCancelled(this ILogger logger, Guid publication, ChannelAddress channel, int parts);

    [LoggerMessage(8, LogLevel.Information, "Publication {Publication} was in doubt and is in {Channel} as message {MessageId}")]
    public static partial void UnknownFound(this ILogger logger, Guid publication, ChannelAddress channel, int messageId);

    [LoggerMessage(9, LogLevel.Warning, "Publication {Publication} was in doubt and is not in {Channel}; it is sent again")]
    public static partial void UnknownAbsent(this ILogger logger, Guid publication, ChannelAddress channel);

    [LoggerMessage(10, LogLevel.Information, "This process sends for the bot now; {Publications} publications were under way, held or in doubt")]
    public static partial void TookOver(this ILogger logger, int publications);

    [LoggerMessage(11, LogLevel.Error, "The store failed ({Error}): {Reason} Tried again")]
    public static partial void StoreFailed(this ILogger logger, TelegramMarketingError error, string reason);

    [LoggerMessage(13, LogLevel.Error, "Looking for what is due failed; tried again")]
    public static partial void LookFailed(this ILogger logger, Exception exception);

    [LoggerMessage(EventId = 12, Message = "{Ending}, to {Action} publication {Publication} in {Channel}, is {State}. {Reason}")]
    public static partial void PostEnded(this ILogger logger, LogLevel level, Guid ending, PublicationAction action, Guid publication, ChannelAddress channel, PublicationState state, string? reason);

    [LoggerMessage(7, LogLevel.Information, "Publications, invitations and their outcomes are kept in memory and are forgotten with the process")]
    public static partial void StateIsInMemory(this ILogger logger);

    [LoggerMessage(15, LogLevel.Error, "Delivering publication {Publication} in {Channel} failed")]
    public static partial void DeliveryFailed(this ILogger logger, Exception exception, Guid publication, ChannelAddress channel);

    [LoggerMessage(16, LogLevel.Warning, "The right to send could not be given back; another process can take it at {Until:u}")]
    public static partial void LeaseNotGivenBack(this ILogger logger, Exception exception, DateTimeOffset until);

    [LoggerMessage(17, LogLevel.Error, "A bot could not be shut down in good order")]
    public static partial void DisposeFailed(this ILogger logger, Exception exception);

    [LoggerMessage(14, LogLevel.Information, "Invitations are off, and the bot answers no /start and no /stop: Invitations.SuppressionKey, which a durable store needs for them, is not set")]
    public static partial void InvitationsAreOff(this ILogger logger);
}
