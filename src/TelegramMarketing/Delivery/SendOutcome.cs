namespace TelegramMarketing.Delivery;

/// <summary>The outcomes of a send that is not plainly Sent.</summary>
internal enum SendOutcome
{
    /// <summary>It provably never left, or 429: wait and try again.</summary>
    NotSent,

    /// <summary>Telegram said no, but the cause passes.</summary>
    RefusedForNow,

    /// <summary>Telegram said no for good.</summary>
    Rejected,

    /// <summary>Bytes left and no clear answer came.</summary>
    Unknown,
}
