namespace TelegramMarketing;

/// <summary>What pressing a <see cref="PostButton"/> does.</summary>
public enum PostButtonAction
{
    /// <summary>Opens an address.</summary>
    OpenUrl,

    /// <summary>Copies a text to the clipboard.</summary>
    CopyText,

    /// <summary>Sends a callback query to the bot.</summary>
    Callback,
}
