namespace TelegramMarketing;

/// <summary>How far an invitation has come.</summary>
public enum InvitationState
{
    /// <summary>It exists, and the company may send its text.</summary>
    Created,

    /// <summary>It could not be delivered: the address does not exist, or the person has blocked the bot, never started it, or is gone.</summary>
    Bounced,

    /// <summary>It was accepted by Telegram or by a mail server.</summary>
    Delivered,

    /// <summary>The person has followed its link to the bot.</summary>
    BotStarted,

    /// <summary>The person has joined the channel, of their own accord.</summary>
    Joined,

    /// <summary>The person had joined, and has left.</summary>
    Left,

    /// <summary>The customer wants no more invitations.</summary>
    OptedOut,
}
