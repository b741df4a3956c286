namespace TelegramMarketing;

/// <summary>Whether a source could show a post, and if not, why. None of these means "0 views".</summary>
public enum PostAvailability
{
    /// <summary>The post was read.</summary>
    Available,

    /// <summary>There is no such post: deleted, or never there. Telegram does not say which.</summary>
    NotFound,

    /// <summary>It is a service message, such as "pinned a message". Those have no views.</summary>
    ServiceMessage,

    /// <summary>There is no channel of that name; a person or a bot may have it.</summary>
    ChannelNotFound,

    /// <summary>The name belongs to a group, which has no channel posts.</summary>
    NotAChannel,

    /// <summary>The channel is private or addressed by its numeric id only, and this source reads public channels by name.</summary>
    PrivateChannel,

    /// <summary>The channel has its web preview switched off, and the post's own embed could not be read either.</summary>
    NoPreview,

    /// <summary>Telegram refuses for now, or shows an empty page where posts are expected. Nothing can be told; ask later.</summary>
    Throttled,

    /// <summary>A page came that this library does not understand. Nothing can be told.</summary>
    Unreadable,
}
