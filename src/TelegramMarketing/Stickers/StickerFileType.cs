namespace TelegramMarketing.Stickers;

/// <summary>What a file is by its first bytes, whatever its name says.</summary>
internal enum StickerFileType
{
    /// <summary>None of those known here.</summary>
    Other,

    /// <summary>An empty file.</summary>
    Empty,

    /// <summary>PNG.</summary>
    Png,

    /// <summary>WEBP with one picture.</summary>
    Webp,

    /// <summary>WEBP with several pictures, which is no sticker.</summary>
    AnimatedWebp,

    /// <summary>GIF, animated or not.</summary>
    Gif,

    /// <summary>JPEG.</summary>
    Jpeg,

    /// <summary>A Lottie animation, compressed with gzip.</summary>
    Tgs,

    /// <summary>WEBM, or another file in the same container.</summary>
    Webm,
}
