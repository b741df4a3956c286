namespace TelegramMarketing;

/// <summary>The customer whom an invitation is for, as far as a transport needs to know.</summary>
public sealed record InvitationRecipient
{
    /// <summary>The host's own id of the customer.</summary>
    public required string Customer { get; init; }

    /// <summary>The customer's e-mail address; <see langword="null"/> when it is not known.</summary>
    public string? EmailAddress { get; init; }

    /// <summary>The customer's Telegram id; <see langword="null"/> when it is not known.</summary>
    public long? TelegramUserId { get; init; }

    /// <summary>Says nothing, so that no log line can hold it by accident.</summary>
    public override string ToString() => "customer";
}
