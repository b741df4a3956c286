namespace TelegramMarketing.Testing;

/// <summary>What a person sees after pressing a button.</summary>
public sealed class TelegramPress
{
    internal TelegramPress(string? url) => Url = url;

    /// <summary>The address that the button opened; null for a button that the bot hears of.</summary>
    public string? Url { get; }

    /// <summary>Whether the bot has answered. Until then the button shows a spinning circle.</summary>
    public bool IsAnswered { get; internal set; }

    /// <summary>The bot's answer; null without a text.</summary>
    public string? Answer { get; internal set; }

    /// <summary>Whether the answer was shown as a dialogue that the person had to close.</summary>
    public bool IsAlert { get; internal set; }
}
