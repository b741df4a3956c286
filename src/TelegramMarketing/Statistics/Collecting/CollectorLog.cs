using Microsoft.Extensions.Logging;

namespace TelegramMarketing.Statistics.Collecting;

/// <summary>What is logged about collecting figures. Event ids 6000 to 6099.</summary>
internal static partial class CollectorLog
{
    [LoggerMessage(6000, LogLevel.Information, "Figures of {Channel} are collected; {Posts} posts are followed")]
    public static partial void Collecting(ILogger logger, ChannelAddress channel, int posts);

    [LoggerMessage(6001, LogLevel.Warning, "Figures of {Channel} could not be read ({Error}): {Reason} Tried again in {Delay}")]
    public static partial void ReadFailed(ILogger logger, ChannelAddress channel, TelegramMarketingError error, string reason, TimeSpan delay);

    [LoggerMessage(6002, LogLevel.Warning, "Readings of posts in {Channel} that were due from {From:u} to {To:u} are missing ({Cause})")]
    public static partial void GapFound(ILogger logger, ChannelAddress channel, DateTimeOffset from, DateTimeOffset to, GapReason cause);

    [LoggerMessage(6003, LogLevel.Error, "Collecting figures of {Channel} failed; tried again in {Delay}")]
    public static partial void CollectingFailed(ILogger logger, Exception exception, ChannelAddress channel, TimeSpan delay);

    [LoggerMessage(6004, LogLevel.Warning, "The classifier failed for the post {Post}, whose kind stays unknown")]
    public static partial void ClassifierFailed(ILogger logger, Exception exception, PostReference post);

    [LoggerMessage(6005, LogLevel.Warning, "Old figures could not be removed ({Error}): {Reason} Tried again later")]
    public static partial void ForgettingFailed(ILogger logger, TelegramMarketingError error, string reason);
}
