namespace TelegramMarketing;

/// <summary>How a sticker is drawn. One series may hold all three.</summary>
public enum StickerFormat
{
    /// <summary>A picture: WEBP or PNG, at most 512 KB (128 KB for a custom emoji).</summary>
    Static,

    /// <summary>A vector animation: TGS (a Lottie file, compressed with gzip), at most 64 KB, 3 seconds and 60 frames per second.</summary>
    Animated,

    /// <summary>A video: WEBM with VP9 and no sound, at most 256 KB (64 KB for a custom emoji), 3 seconds and 30 frames per second.</summary>
    Video,
}
