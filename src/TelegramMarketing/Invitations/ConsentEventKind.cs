namespace TelegramMarketing;

/// <summary>What happened to an invitation. Later versions may add kinds.</summary>
public enum ConsentEventKind
{
    /// <summary>An invitation was created.</summary>
    Invited,

    /// <summary>It was delivered.</summary>
    Delivered,

    /// <summary>It could not be delivered.</summary>
    Undeliverable,

    /// <summary>The person followed its link to the bot and pressed start.</summary>
    BotStarted,

    /// <summary>The person joined the channel.</summary>
    Joined,

    /// <summary>The person left the channel, or was removed from it.</summary>
    Left,

    /// <summary>The customer wants no more invitations: none at all, or none by <see cref="ConsentEvent.Transport"/>.</summary>
    OptedOut,
}
