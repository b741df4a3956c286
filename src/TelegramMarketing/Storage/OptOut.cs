using TelegramMarketing.Invitations;

namespace TelegramMarketing.Storage;

/// <summary>An opt-out to record: of a customer, of a person, or of both as they turn out to be known.</summary>
internal sealed record OptOut
{
    /// <summary>The random id that stands for a customer who has none yet.</summary>
    public required Guid NewSubject { get; init; }

    public required DateTimeOffset At { get; init; }

    public CustomerId? Customer { get; init; }

    /// <summary>The subject, where an invitation's token has said it.</summary>
    public Guid? Subject { get; init; }

    public long? Person { get; init; }

    public ConsentEvidence Evidence { get; init; } = new();
}
