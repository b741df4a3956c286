namespace TelegramMarketing;

/// <summary>Why a customer is not invited, or an invitation not sent. Later versions may add reasons.</summary>
public enum InvitationRefusal
{
    /// <summary>The customer wants no invitations, or none by this means, or has complained or been erased.</summary>
    OptedOut,

    /// <summary>The customer was invited to this channel already. <see cref="InvitationRequest.IsAskedFor"/> permits another one where the customer asks for it.</summary>
    InvitedAlready,

    /// <summary>The customer was invited to another channel less than <see cref="InvitationOptions.CoolingOff"/> ago.</summary>
    CoolingOff,

    /// <summary>It is night where the customer is; see <see cref="InvitationOptions.QuietHours"/>.</summary>
    QuietHours,

    /// <summary>As many invitations as <see cref="InvitationOptions.DailyLimit"/> permits were sent in the last 24 hours.</summary>
    DailyLimit,

    /// <summary>The invitation has expired.</summary>
    Expired,

    /// <summary>The invitation was delivered, is being delivered, or may have been: it is not sent twice.</summary>
    DeliveredAlready,
}
