namespace TelegramMarketing;

/// <summary>What became of an invitation that was given to a transport.</summary>
public enum InvitationOutcome
{
    /// <summary>Accepted for delivery: by Telegram, or by the customer's mail server or one on the way to it.</summary>
    Delivered,

    /// <summary>Handed to the company's own mailing; whether it arrives is not known here.</summary>
    HandedOver,

    /// <summary>The address does not exist, or takes nothing from us, for good. The transport is not used again for this customer.</summary>
    Bounced,

    /// <summary>Provably not sent, for a reason that passes; it may be tried again.</summary>
    NotSent,

    /// <summary>It may have arrived, or not: it is not sent again.</summary>
    Unknown,
}
