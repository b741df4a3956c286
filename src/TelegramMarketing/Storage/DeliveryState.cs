namespace TelegramMarketing.Storage;

/// <summary>Where the delivery of an invitation stands. The numbers are stored.</summary>
internal enum DeliveryState
{
    /// <summary>It may be sent.</summary>
    Open = 0,

    /// <summary>A send is under way, or its outcome is not known: it isn't sent again.</summary>
    Begun = 1,

    /// <summary>It was accepted.</summary>
    Done = 2,
}
