using TelegramMarketing.Invitations;

namespace TelegramMarketing.Storage;

/// <summary>Who a subject of the ledger is. Erasure deletes this row, and the ledger's events stay as anonymous counts.</summary>
internal sealed record SubjectRecord
{
    public required Guid Id { get; init; }

    public required CustomerId Customer { get; init; }

    /// <summary>The customer's Telegram id, where it is known.</summary>
    public long? TelegramUserId { get; init; }

    /// <summary>The customer wants no more invitations.</summary>
    public bool HasOptedOut { get; init; }
}
