namespace TelegramMarketing;

/// <summary>
/// The limits that Telegram puts on sending, each over any trailing window. An album counts as its items.
/// Telegram publishes no number for channels; the defaults are those of its bot FAQ.
/// </summary>
public sealed class PaceOptions
{
    /// <summary>Messages of the bot in any second, all chats together.</summary>
    /// <value>Defaults to 30. Zero lifts the limit.</value>
    public int MessagesPerSecond { get; set; } = 30;

    /// <summary>Messages to one chat in any second.</summary>
    /// <value>Defaults to 1. Zero lifts the limit.</value>
    public int MessagesPerSecondPerChat { get; set; } = 1;

    /// <summary>Messages to one channel or group in any minute.</summary>
    /// <value>Defaults to 20. Zero lifts the limit.</value>
    public int MessagesPerMinutePerChannel { get; set; } = 20;
}
