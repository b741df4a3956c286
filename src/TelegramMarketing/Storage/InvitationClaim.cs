namespace TelegramMarketing.Storage;

/// <summary>What became of the wish to invite a customer.</summary>
internal readonly record struct InvitationClaim
{
    /// <summary>Why not; <see langword="null"/> when it was won.</summary>
    public InvitationRefusal? Refusal { get; init; }

    /// <summary>The invitation that stands in the way, where one does.</summary>
    public InvitationRecord? Earlier { get; init; }

    /// <summary>When it could be asked again, where that helps.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>The invitation as it was recorded, with the customer's own subject.</summary>
    public InvitationRecord? Won { get; init; }
}
