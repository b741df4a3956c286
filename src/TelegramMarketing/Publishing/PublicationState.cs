namespace TelegramMarketing;

/// <summary>Where a publication stands. It ends Published, Rejected, Missed, Cancelled, or Unknown and shown.</summary>
public enum PublicationState
{
    /// <summary>Recorded, and waiting for its time or its turn.</summary>
    Scheduled,

    /// <summary>A send has begun.</summary>
    Sending,

    /// <summary>Telegram has all of its messages; or what was to be edited or deleted is.</summary>
    Published,

    /// <summary>Telegram said no for good, or a rule was broken.</summary>
    Rejected,

    /// <summary>Telegram said no for now: lost rights hold the channel, a revoked token holds the bot. Tried again until the grace period ends.</summary>
    Held,

    /// <summary>A send has left and no clear answer came. Never sent again blindly.</summary>
    Unknown,

    /// <summary>The caller gave up waiting before everything was sent.</summary>
    Cancelled,

    /// <summary>It could not go out within the grace period.</summary>
    Missed,
}
