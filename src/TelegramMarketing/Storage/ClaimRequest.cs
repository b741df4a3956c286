using TelegramMarketing.Invitations;

namespace TelegramMarketing.Storage;

/// <summary>The wish to invite a customer.</summary>
internal sealed record ClaimRequest
{
    /// <summary>The invitation; its subject is replaced by the customer's own where there is one.</summary>
    public required InvitationRecord Invitation { get; init; }

    public required CustomerId Customer { get; init; }

    public EmailAddress? Email { get; init; }

    /// <summary>The customer's own Telegram id, where the host knows it.</summary>
    public long? TelegramUserId { get; init; }

    /// <summary>The customer has asked for it, so that an earlier invitation is no obstacle.</summary>
    public bool IsAskedFor { get; init; }

    public TimeSpan CoolingOff { get; init; }

    /// <summary>The event that completes the invitation at once; <see langword="null"/> when its link is still to be created.</summary>
    public ConsentEvent? Invited { get; init; }

    public IReadOnlyList<Identity> Identities => [.. Named, .. TelegramUserId is { } person ? [Identity.OfPerson(person)] : Array.Empty<Identity>()];

    /// <summary>Those that belong to one customer only.</summary>
    public IReadOnlyList<Identity> Named => Email is { } email ? [Identity.Of(Customer), Identity.Of(email)] : [Identity.Of(Customer)];
}
