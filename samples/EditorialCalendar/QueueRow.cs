using TelegramMarketing;

namespace EditorialCalendar;

/// <summary>A planned post, and what has become of it.</summary>
/// <param name="Planned">The post.</param>
/// <param name="Publication">What the ledger has; <see langword="null"/> where it was past before it could be scheduled.</param>
internal sealed record QueueRow(PlannedPost Planned, Publication? Publication)
{
    public DateTimeOffset DueAt => Publication?.DueAt ?? Planned.At;

    public bool IsPublished => Publication?.State == PublicationState.Published;

    /// <summary>Nothing more happens to it by itself.</summary>
    public bool HasEnded => Publication?.State is not (PublicationState.Scheduled or PublicationState.Sending or PublicationState.Held or PublicationState.Unknown);

    /// <summary>For an editor.</summary>
    public string State => Publication switch
    {
        null => "Too late",
        { State: PublicationState.Published } published when published.PublishedAt - DueAt > TimeSpan.FromMinutes(10) => "Published late",
        { State: PublicationState.Scheduled } moved when moved.DueAt != Planned.At => "After the night",
        var other => other.State.ToString(),
    };
}
