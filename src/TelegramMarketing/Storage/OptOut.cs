using TelegramMarketing.Invitations;

namespace TelegramMarketing.Storage;

/// <summary>Somebody who is not to be written to any more: a customer, a person, or both as they turn out to be known.</summary>
internal sealed record OptOut
{
    /// <summary>The random id that stands in the ledger for somebody who was never invited.</summary>
    public required Guid NewSubject { get; init; }

    public required DateTimeOffset At { get; init; }

    public CustomerId? Customer { get; init; }

    public EmailAddress? Email { get; init; }

    /// <summary>The subject, where an invitation's token has said it.</summary>
    public Guid? Subject { get; init; }

    public long? Person { get; init; }

    /// <summary>The means that is opted out of; <see langword="null"/> for all.</summary>
    public string? Transport { get; init; }

    public SuppressionReason Reason { get; init; } = SuppressionReason.OptedOut;

    public ConsentEvidence Evidence { get; init; } = new();

    public IReadOnlyList<Identity> Named =>
    [
        .. Customer is { } customer ? [Identity.Of(customer)] : Array.Empty<Identity>(),
        .. Email is { } email ? [Identity.Of(email)] : Array.Empty<Identity>(),
        .. Person is { } person ? [Identity.OfPerson(person)] : Array.Empty<Identity>(),
    ];
}
