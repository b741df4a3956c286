using Microsoft.Extensions.Logging;

namespace TelegramMarketing.PublicPages;

/// <summary>What is logged about public pages. Event ids 3000 to 3099.</summary>
internal static partial class PublicPageLog
{
    [LoggerMessage(3000, LogLevel.Debug, "No answer to a read of a {Kind} page: {Cause}.")]
    public static partial void NoAnswer(ILogger logger, PageKind kind, string cause);

    [LoggerMessage(3001, LogLevel.Warning, "The {Kind} page of {Channel} was not understood.")]
    public static partial void NotUnderstood(ILogger logger, PageKind kind, string channel);

    [LoggerMessage(3002, LogLevel.Information, "The preview of {Channel} came empty where posts are expected; it is asked for again in {Delay}.")]
    public static partial void CameEmpty(ILogger logger, string channel, TimeSpan delay);
}
