namespace TelegramMarketing.PublicPages;

/// <summary>What came of reading a page.</summary>
internal enum PageOutcome
{
    /// <summary>A page that was understood.</summary>
    Read,

    /// <summary>Telegram sends preview readers to the landing page: there is no preview to be had.</summary>
    SentToLanding,

    /// <summary>Telegram asks to wait.</summary>
    Throttled,

    /// <summary>A page that was not understood.</summary>
    Unreadable,
}
