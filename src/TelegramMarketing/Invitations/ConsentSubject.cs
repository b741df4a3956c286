namespace TelegramMarketing;

/// <summary>Who a subject of the consent ledger is. That can be erased, and then nobody knows it any more.</summary>
public sealed record ConsentSubject
{
    /// <summary>The random id that stands for the customer in <see cref="ConsentEvent.Subject"/>.</summary>
    public required Guid Id { get; init; }

    /// <summary>The host's own id of the customer.</summary>
    public required string Customer { get; init; }

    /// <summary>The customer's e-mail address; <see langword="null"/> when it is not known.</summary>
    public string? EmailAddress { get; init; }

    /// <summary>The customer's Telegram id; <see langword="null"/> when it is not known.</summary>
    public long? TelegramUserId { get; init; }

    /// <summary>The customer wants no invitations at all.</summary>
    public bool HasOptedOut { get; init; }

    /// <summary>The random id only.</summary>
    public override string ToString() => $"{nameof(ConsentSubject)} {Id}";
}
