namespace TelegramMarketing.Storage;

/// <summary>Where the delivery of an invitation by Telegram stands.</summary>
internal enum DeliveryState
{
    /// <summary>It may be sent.</summary>
    Open,

    /// <summary>A send is under way, or its outcome is not known: it isn't sent again.</summary>
    Begun,

    /// <summary>Telegram has it.</summary>
    Done,
}
