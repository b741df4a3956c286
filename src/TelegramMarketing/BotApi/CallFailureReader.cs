using Telegram.Bot.Exceptions;
using TelegramMarketing.Delivery;
using TelegramMarketing.Diagnostics;

namespace TelegramMarketing.BotApi;

/// <summary>Reads why a call did not succeed from the exception that ended it.</summary>
/// <param name="telemetry">Is told of every 429.</param>
/// <param name="isOwnClient">The client is the library's own, whose only time-out is the one for connecting.</param>
internal sealed class CallFailureReader(BotTelemetry telemetry, bool isOwnClient)
{
    private const int TooManyRequests = 429;

    /// <summary>The exception says something of the call, and is no error of the library.</summary>
    public static bool CanRead(Exception exception) => exception is OperationCanceledException or ObjectDisposedException or RequestException or HttpRequestException;

    /// <summary>What happened, in words that hold no address: a token stands in the path of every one.</summary>
    /// <param name="exception">How the call ended.</param>
    /// <param name="method">The method of the Bot API.</param>
    /// <param name="timeout">How long an answer was waited for.</param>
    /// <param name="timedOut">Is cancelled when that time was over.</param>
    public CallFailure Read(Exception exception, string method, TimeSpan timeout, CancellationToken timedOut)
    {
        switch (exception)
        {
            // A container that is disposed may take the connection away in the middle of a call.
            case OperationCanceledException or ObjectDisposedException:
                return new CallFailure(
                    SendOutcome.Unknown,
                    TelegramMarketingError.OutcomeUnknown,
                    timedOut.IsCancellationRequested ? $"No answer came within {timeout.TotalSeconds:0} s; the message may have been accepted or not." : "The call was broken off; the message may have been accepted or not.");

            case ApiRequestException refusal:
                if (refusal.ErrorCode == TooManyRequests)
                {
                    telemetry.Throttled(method);
                }

                var retryAfter = refusal.Parameters?.RetryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : (TimeSpan?)null;
                return OutcomeClassifier.Classify(refusal.ErrorCode, refusal.Message, retryAfter);

            case RequestException broken:
                return Understand(broken);

            default:
                return Understand((HttpRequestException)exception);
        }
    }

    private CallFailure Understand(RequestException exception)
    {
        if (exception.HttpStatusCode is { } status)
        {
            return OutcomeClassifier.ClassifyUnreadable((int)status);
        }

        // The library's own client has no time-out but the one for connecting.
        if (isOwnClient && exception.InnerException is OperationCanceledException { InnerException: TimeoutException })
        {
            return NotSent("no connection within the time allowed");
        }

        return exception.InnerException is HttpRequestException inner ? Understand(inner) : OutcomeClassifier.ClassifyUnreadable(null);
    }

    private static CallFailure Understand(HttpRequestException exception) => exception.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => NotSent("the server's name was not resolved"),
        HttpRequestError.ConnectionError => NotSent("no connection to the server"),
        HttpRequestError.SecureConnectionError => NotSent("no secure connection to the server"),
        HttpRequestError.ProxyTunnelError => NotSent("the proxy opened no connection"),
        var error => new(SendOutcome.Unknown, TelegramMarketingError.OutcomeUnknown, $"The connection broke ({error}) before an answer came; the message may have been accepted or not."),
    };

    private static CallFailure NotSent(string reason) =>
        new(SendOutcome.NotSent, TelegramMarketingError.Unreachable, $"Telegram cannot be reached: {reason}. Nothing was sent.");
}
