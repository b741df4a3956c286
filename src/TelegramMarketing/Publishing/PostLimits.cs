namespace TelegramMarketing.Publishing;

/// <summary>Telegram's limits on one message.</summary>
internal static class PostLimits
{
    /// <summary>Of a text, in code points after parsing.</summary>
    public const int TextLength = 4096;

    /// <summary>Of a caption, in code points after parsing.</summary>
    public const int CaptionLength = 1024;

    /// <summary>Of a text or caption with its markup, in bytes of UTF-8.</summary>
    public const int MarkupBytes = 1 << 15;

    public const int AlbumSize = 10;

    public const int ButtonsInRow = 12;

    public const int Buttons = 300;

    /// <summary>In bytes of UTF-8.</summary>
    public const int CallbackDataBytes = 64;

    /// <summary>In code points.</summary>
    public const int CopyTextLength = 256;

    /// <summary>Width and height of a photo together, in pixels.</summary>
    public const int PhotoSides = 10_000;

    /// <summary>The longer side of a photo to the shorter.</summary>
    public const int PhotoRatio = 20;
}
