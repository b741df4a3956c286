using System.Diagnostics;
using TelegramMarketing.Delivery;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Diagnostics;

/// <summary>What the activities are told. All of it does nothing when nobody listens.</summary>
internal static class PublishActivity
{
    /// <summary>An outcome that a caller hears of as an error.</summary>
    public static bool IsFailure(PublicationState state) =>
        state is PublicationState.Rejected or PublicationState.Held or PublicationState.Unknown or PublicationState.Missed;

    /// <summary>How many messages the post takes.</summary>
    public static void Planned(this Activity? activity, int parts)
    {
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag(TelemetryTags.Parts, parts);
        }
    }

    /// <summary>Where the publication stands now.</summary>
    public static void Concluded(this Activity? activity, PublicationEntry entry)
    {
        if (activity is not { IsAllDataRequested: true })
        {
            return;
        }

        var state = entry.State;
        activity.SetTag(TelemetryTags.PublicationId, entry.Id.ToString()).SetTag(TelemetryTags.Outcome, state.ToString());
        if (IsFailure(state))
        {
            activity.SetTag(TelemetryTags.ErrorType, entry.Error.ToString()).SetStatus(ActivityStatusCode.Error);
        }
    }

    /// <summary>The exception that ends an activity, unless it was concluded before. For a filter: never catches.</summary>
    public static bool Failed(this Activity? activity, Exception exception)
    {
        if (activity is not { IsAllDataRequested: true } || activity.GetTagItem(TelemetryTags.Outcome) is not null)
        {
            return false;
        }

        if (exception is OperationCanceledException)
        {
            activity.SetTag(TelemetryTags.Outcome, nameof(PublicationState.Cancelled));
        }
        else
        {
            // Neither the message nor the stack: only the code is known to hold nothing of the post.
            var type = exception is TelegramMarketingException known ? known.Error.ToString() : exception.GetType().FullName;
            activity.SetTag(TelemetryTags.Outcome, nameof(PublicationState.Rejected)).SetTag(TelemetryTags.ErrorType, type).SetStatus(ActivityStatusCode.Error);
        }

        return false;
    }

    /// <summary>The answer to a call that sends no message.</summary>
    public static void Answered(this Activity? activity, CallFailure? failure)
    {
        if (activity is not { IsAllDataRequested: true })
        {
            return;
        }

        if (failure is null or { AlreadyDone: true })
        {
            activity.SetTag(TelemetryTags.Outcome, "Done");
        }
        else
        {
            activity.SetTag(TelemetryTags.Outcome, failure.Outcome.ToString()).SetTag(TelemetryTags.ErrorType, failure.Error.ToString()).SetStatus(ActivityStatusCode.Error);
        }
    }
}
