namespace TelegramMarketing;

/// <summary>Whether a customer may be invited, and if not, why.</summary>
public sealed record InvitationVerdict
{
    /// <summary>The customer may be invited.</summary>
    public bool IsAllowed => Refusal is null;

    /// <summary>Why not; <see langword="null"/> when the customer may be invited.</summary>
    public InvitationRefusal? Refusal { get; init; }

    /// <summary>The reason in words, in English, for a person of the company.</summary>
    public string Reason { get; init; } = "";

    /// <summary>When the customer could be invited; <see langword="null"/> where waiting does not help, or is not needed.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>The invitation that stands in the way; <see langword="null"/> where none does.</summary>
    public Guid? Earlier { get; init; }
}
