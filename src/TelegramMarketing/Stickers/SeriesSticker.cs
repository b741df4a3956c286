namespace TelegramMarketing;

/// <summary>A sticker as it stands in a series on Telegram.</summary>
public sealed record SeriesSticker
{
    /// <summary>The id by which this bot can send or change it: <c>MediaSource.FromFileId(sticker.FileId)</c>.</summary>
    public required string FileId { get; init; }

    /// <summary>The id of its file, the same for every bot and for ever.</summary>
    public required string UniqueId { get; init; }

    /// <summary>The series that it stands in.</summary>
    public required string SeriesName { get; init; }

    /// <summary>How it is drawn.</summary>
    public StickerFormat Format { get; init; }

    /// <summary>Its width in pixels.</summary>
    public int Width { get; init; }

    /// <summary>Its height in pixels.</summary>
    public int Height { get; init; }

    /// <summary>The first emoji that it stands for; Telegram tells no others, and no keywords.</summary>
    public string? Emoji { get; init; }

    /// <summary>In bytes, as Telegram keeps it; <see langword="null"/> when it does not say. A PNG is kept as a WEBP.</summary>
    public long? Length { get; init; }

    /// <summary>The id of a custom emoji, for use in texts; else <see langword="null"/>.</summary>
    public string? CustomEmojiId { get; init; }

    /// <summary>Where a mask lies on a face; <see langword="null"/> for others, and where Telegram places it by itself.</summary>
    public MaskPosition? MaskPosition { get; init; }
}
