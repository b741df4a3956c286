namespace TelegramMarketing;

/// <summary>What the company has learnt about an invitation by its own means: its mailing, its web page, a customer's answer.</summary>
public enum InvitationReport
{
    /// <summary>It arrived. That also settles one whose delivery was unknown.</summary>
    Delivered,

    /// <summary>It came back: the address does not exist, or takes nothing from us.</summary>
    Bounced,

    /// <summary>Its link was followed.</summary>
    Opened,

    /// <summary>The customer has complained, as by "this is spam" (a feedback loop's report). They are not invited again.</summary>
    Complained,
}
