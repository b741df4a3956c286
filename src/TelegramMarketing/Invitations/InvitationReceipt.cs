namespace TelegramMarketing;

/// <summary>What a transport says about an invitation that it was given.</summary>
public sealed record InvitationReceipt
{
    private InvitationReceipt(InvitationOutcome outcome) => Outcome = outcome;

    /// <summary>What became of it.</summary>
    public InvitationOutcome Outcome { get; }

    /// <summary>Why, for the ledger and the log: a code and a cause, without an address. <see langword="null"/> where nothing is to be said.</summary>
    public string? Reason { get; init; }

    /// <summary>The id of the message in the transport, by which it can be found again; the id of Telegram's message, or the <c>Message-ID</c> of an e-mail.</summary>
    public string? Reference { get; init; }

    /// <summary>For <see cref="InvitationOutcome.NotSent"/>: how long to wait before it is tried again; <see langword="null"/> when the transport doesn't know.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>For <see cref="InvitationOutcome.NotSent"/>: the cause is the transport's and not this customer's, so that the others wait as well.</summary>
    public bool IsTransportsFault { get; init; }

    /// <summary>It was accepted for delivery.</summary>
    /// <param name="reference">See <see cref="Reference"/>.</param>
    public static InvitationReceipt Delivered(string? reference = null) => new(InvitationOutcome.Delivered) { Reference = reference };

    /// <summary>It was handed to the company's own mailing.</summary>
    /// <param name="reference">See <see cref="Reference"/>.</param>
    public static InvitationReceipt HandedOver(string? reference = null) => new(InvitationOutcome.HandedOver) { Reference = reference };

    /// <summary>The address does not exist or takes nothing from us.</summary>
    /// <param name="reason">See <see cref="Reason"/>.</param>
    public static InvitationReceipt Bounced(string reason) => new(InvitationOutcome.Bounced) { Reason = reason };

    /// <summary>It was provably not sent.</summary>
    /// <param name="reason">See <see cref="Reason"/>.</param>
    /// <param name="retryAfter">See <see cref="RetryAfter"/>.</param>
    /// <param name="isTransportsFault">See <see cref="IsTransportsFault"/>.</param>
    public static InvitationReceipt NotSent(string reason, TimeSpan? retryAfter = null, bool isTransportsFault = false) =>
        new(InvitationOutcome.NotSent) { Reason = reason, RetryAfter = retryAfter, IsTransportsFault = isTransportsFault };

    /// <summary>It may have arrived.</summary>
    /// <param name="reason">See <see cref="Reason"/>.</param>
    public static InvitationReceipt Unknown(string reason) => new(InvitationOutcome.Unknown) { Reason = reason };
}
