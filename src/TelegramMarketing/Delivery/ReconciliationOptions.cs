namespace TelegramMarketing;

/// <summary>How a send whose answer never came is cleared up.</summary>
public sealed class ReconciliationOptions
{
    /// <summary>
    /// How long after the send time-out it is looked for: by then it is in the channel, or it never will be.
    /// </summary>
    /// <value>Defaults to 30 seconds.</value>
    public TimeSpan Margin { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// A chat of the company's own (its numeric id) to which the bot may forward what it finds in a channel, to read it there. It makes private channels, and public
    /// ones whose page lags, certain. The bot must be allowed to write there; the forwarded copies are deleted again.
    /// </summary>
    /// <value>Defaults to <see langword="null"/>: only the public page is looked at.</value>
    public long? ReviewChatId { get; set; }

    /// <summary>
    /// How long it is looked for, and sent again if it is proved absent, counted from when it was due. After that it is looked for a few times at each start, and what is
    /// not found stays Unknown until it is settled by hand: an offer of last week does not come back.
    /// </summary>
    /// <value>Defaults to 24 hours; at most 365 days.</value>
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromHours(24);
}
