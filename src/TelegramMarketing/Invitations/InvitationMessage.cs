namespace TelegramMarketing;

/// <summary>An invitation on its way to a customer.</summary>
public sealed record InvitationMessage
{
    /// <summary>The invitation: its text, its address, and how to opt out.</summary>
    public required Invitation Invitation { get; init; }

    /// <summary>Whom it is for.</summary>
    public required InvitationRecipient Recipient { get; init; }

    /// <summary>The id of the invitation, without personal data.</summary>
    public override string ToString() => $"{nameof(InvitationMessage)} {Invitation.Id}";
}
