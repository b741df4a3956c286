namespace TelegramMarketing;

/// <summary>
/// A button under a post. Channels allow inline buttons only: one that opens an address, one that copies a text, one that
/// answers the bot. What Telegram would refuse or silently drop is reported by <see cref="PostPlan"/>.
/// </summary>
public sealed record PostButton
{
    private PostButton(PostButtonAction action, string text, string value)
    {
        Action = action;
        Text = text;
        Value = value;
    }

    /// <summary>What a press does.</summary>
    public PostButtonAction Action { get; }

    /// <summary>The label.</summary>
    public string Text { get; }

    /// <summary>The address, the text to copy, or the data for the bot, as <see cref="Action"/> says.</summary>
    public string Value { get; }

    /// <summary>A button that opens an address.</summary>
    /// <param name="text">The label; not empty.</param>
    /// <param name="url">An http, https or tg address.</param>
    public static PostButton Url(string text, Uri url)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(url);
        return new(PostButtonAction.OpenUrl, text, url.OriginalString);
    }

    /// <inheritdoc cref="Url(string, Uri)"/>
    public static PostButton Url(string text, string url)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(url);
        return new(PostButtonAction.OpenUrl, text, url);
    }

    /// <summary>A button that copies a text, such as a discount code, to the reader's clipboard.</summary>
    /// <param name="text">The label; not empty.</param>
    /// <param name="copied">What is copied, 1 to 256 characters.</param>
    public static PostButton Copy(string text, string copied)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(copied);
        return new(PostButtonAction.CopyText, text, copied);
    }

    /// <summary>A button whose press arrives at the host's bot as a callback query.</summary>
    /// <param name="text">The label; not empty.</param>
    /// <param name="data">1 to 64 bytes of UTF-8.</param>
    public static PostButton Callback(string text, string data)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(data);
        return new(PostButtonAction.Callback, text, data);
    }
}
