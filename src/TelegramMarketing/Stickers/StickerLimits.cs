namespace TelegramMarketing.Stickers;

/// <summary>Telegram's limits for stickers.</summary>
internal static class StickerLimits
{
    public const int StaticBytes = 512 << 10;
    public const int StaticEmojiBytes = 128 << 10;
    public const int AnimatedBytes = 64 << 10;
    public const int VideoBytes = 256 << 10;
    public const int VideoEmojiBytes = 64 << 10;
    public const int ThumbnailBytes = 128 << 10;
    public const int MovingThumbnailBytes = 32 << 10;

    public const int Side = 512;
    public const int EmojiSide = 100;
    public const int AnimatedFramesPerSecond = 60;
    public const int VideoFramesPerSecond = 30;

    public const int NameLength = 64;
    public const int TitleLength = 64;
    public const int FirstStickers = 50;
    public const int Emoji = 20;
    public const int Keywords = 20;
    public const int KeywordsLength = 64;

    public static TimeSpan Duration { get; } = TimeSpan.FromSeconds(3);

    public static int Capacity(StickerSeriesType type) => type == StickerSeriesType.CustomEmoji ? 200 : 120;

    public static int Bytes(StickerFormat format, StickerSeriesType type) => (format, type == StickerSeriesType.CustomEmoji) switch
    {
        (StickerFormat.Static, false) => StaticBytes,
        (StickerFormat.Static, true) => StaticEmojiBytes,
        (StickerFormat.Animated, _) => AnimatedBytes,
        (_, false) => VideoBytes,
        (_, true) => VideoEmojiBytes,
    };
}
