namespace TelegramMarketing.Storage;

/// <summary>Whether a delivery may begin.</summary>
internal enum DeliveryPermit
{
    Granted,

    /// <summary>It is done, or under way, or may have been.</summary>
    Taken,

    /// <summary>The customer has opted out of everything.</summary>
    OptedOut,

    /// <summary>The customer has opted out of this means, or it does not reach them.</summary>
    TransportClosed,

    /// <summary>As many as are permitted in 24 hours have been begun.</summary>
    DailyLimit,
}
