namespace TelegramMarketing.Delivery;

/// <summary>Who goes first when the bot as a whole must wait.</summary>
internal enum SendPriority
{
    /// <summary>A post to a channel.</summary>
    Post,

    /// <summary>One of many invitations.</summary>
    Bulk,
}
