using System.Diagnostics;
using TelegramMarketing.Delivery;

namespace TelegramMarketing.Diagnostics;

/// <summary>One send under way, as telemetry sees it.</summary>
internal readonly struct SendMeasure(BotTelemetry telemetry, Activity? activity, PlannedMessage message, long began) : IDisposable
{
    /// <summary>The answer: <see langword="null"/> when Telegram has the message.</summary>
    public void Answered(CallFailure? failure)
    {
        telemetry.SendEnded(message, began, failure);
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag(TelemetryTags.Outcome, OutcomeOf(failure));
            if (failure is not null)
            {
                activity.SetTag(TelemetryTags.ErrorType, failure.Error.ToString()).SetStatus(ActivityStatusCode.Error);
            }
        }
    }

    public void Dispose() => activity?.Dispose();

    public static string OutcomeOf(CallFailure? failure) => failure is null ? "Sent" : failure.Outcome.ToString();

    /// <summary>The method of the Bot API that sends this message.</summary>
    public static string MethodOf(PlannedMessage message) => message.Media switch
    {
        [] => "sendMessage",
        [var media] => media.Kind switch
        {
            PostMediaKind.Photo => "sendPhoto",
            PostMediaKind.Video => "sendVideo",
            PostMediaKind.Animation => "sendAnimation",
            PostMediaKind.Audio => "sendAudio",
            PostMediaKind.Sticker => "sendSticker",
            _ => "sendDocument",
        },
        _ => "sendMediaGroup",
    };
}
