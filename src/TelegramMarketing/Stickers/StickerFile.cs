using TelegramMarketing.Publishing;

namespace TelegramMarketing.Stickers;

/// <summary>What the bytes of a sticker's file say. What they do not say is null.</summary>
internal sealed record StickerFile
{
    /// <summary>Telegram's or another server's: nothing is known.</summary>
    public static StickerFile Remote { get; } = new() { IsRemote = true };

    public bool IsRemote { get; init; }

    public bool Exists { get; init; } = true;

    /// <summary>Why it cannot be read.</summary>
    public Exception? Failure { get; init; }

    public StickerFileType Type { get; init; }

    /// <summary>In bytes.</summary>
    public long Length { get; init; }

    public PixelSize? Pixels { get; init; }

    public TimeSpan? Duration { get; init; }

    public double? FramesPerSecond { get; init; }

    /// <summary>Of a WEBM: the codec of its picture, such as V_VP9.</summary>
    public string? Codec { get; init; }

    public bool HasAudio { get; init; }

    /// <summary>It breaks off before its end, or what it must tell is not there.</summary>
    public bool IsDamaged { get; init; }

    /// <summary>SHA-256 of the bytes; <see langword="null"/> for a file that is too large for any sticker.</summary>
    public string? Hash { get; init; }

    public StickerFormat? Format => Type switch
    {
        StickerFileType.Png or StickerFileType.Webp => StickerFormat.Static,
        StickerFileType.Tgs => StickerFormat.Animated,
        StickerFileType.Webm => StickerFormat.Video,
        _ => null,
    };
}
