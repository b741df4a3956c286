namespace TelegramMarketing;

/// <summary>A series of stickers as it stands on Telegram.</summary>
public sealed record StickerSeries
{
    /// <summary>The name in its address.</summary>
    public required string Name { get; init; }

    /// <summary>The title that people see.</summary>
    public required string Title { get; init; }

    /// <summary>What the stickers are for.</summary>
    public StickerSeriesType Type { get; init; }

    /// <summary>The address that adds the series: <c>https://t.me/addstickers/…</c>, for custom emoji <c>https://t.me/addemoji/…</c>.</summary>
    public required Uri Link { get; init; }

    /// <summary>The stickers in their order.</summary>
    public IReadOnlyList<SeriesSticker> Stickers { get; init; } = [];

    /// <summary>The series has a picture of its own; else Telegram shows the first sticker.</summary>
    public bool HasThumbnail { get; init; }

    /// <summary>How many bytes that picture has; <see langword="null"/> when there is none, or Telegram does not say.</summary>
    public long? ThumbnailLength { get; init; }
}
