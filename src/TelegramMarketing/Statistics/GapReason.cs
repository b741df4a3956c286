namespace TelegramMarketing;

/// <summary>Why figures are missing for a while.</summary>
public enum GapReason
{
    /// <summary>Nobody collected: the process did not run, the machine slept, or the clock jumped.</summary>
    NotRunning,

    /// <summary>The source could not be reached or not be understood.</summary>
    SourceFailed,

    /// <summary>The source asked to wait.</summary>
    Throttled,

    /// <summary>Telegram's updates were not received for longer than Telegram keeps them, which is 24 hours.</summary>
    UpdatesLost,

    /// <summary>Another program received the updates of the bot.</summary>
    OtherConsumer,
}
