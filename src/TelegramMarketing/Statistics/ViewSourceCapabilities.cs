namespace TelegramMarketing;

/// <summary>What a view source can do.</summary>
[Flags]
public enum ViewSourceCapabilities
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It reads one post by its reference.</summary>
    Posts = 1,

    /// <summary>It lists a channel's posts over a period.</summary>
    Channels = 2,

    /// <summary>It knows the number of subscribers.</summary>
    Subscribers = 4,

    /// <summary>It reads private channels, and channels addressed by their numeric id.</summary>
    PrivateChannels = 8,
}
