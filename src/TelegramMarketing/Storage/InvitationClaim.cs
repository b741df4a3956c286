namespace TelegramMarketing.Storage;

/// <summary>What became of the attempt to invite a customer: exactly one of the properties is set.</summary>
internal readonly record struct InvitationClaim
{
    /// <summary>The invitation that this one would repeat.</summary>
    public InvitationRecord? Earlier { get; init; }

    /// <summary>The customer, or the person, has opted out.</summary>
    public bool HasOptedOut { get; init; }

    /// <summary>The invitation as it was recorded, with the customer's own subject.</summary>
    public InvitationRecord? Won { get; init; }
}
