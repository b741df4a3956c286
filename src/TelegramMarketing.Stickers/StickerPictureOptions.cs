namespace TelegramMarketing;

/// <summary>How pictures become stickers.</summary>
public sealed record StickerPictureOptions
{
    /// <summary>What the stickers are for: 512 pixels on the longer side, for custom emoji 100 x 100.</summary>
    /// <value>Defaults to <see cref="StickerSeriesType.Regular"/>.</value>
    public StickerSeriesType Type { get; init; } = StickerSeriesType.Regular;

    /// <summary>How wide the white outline around what is not transparent is, in pixels: 0 to 40. The picture becomes that much smaller.</summary>
    /// <value>Defaults to 0: none. 10 looks like most stickers.</value>
    public int Outline { get; init; }

    /// <summary>How many pictures are worked on at a time. A PNG of 20 megapixels takes 80 MB while it is.</summary>
    /// <value>Defaults to the number of processors.</value>
    public int Parallelism { get; init; } = Environment.ProcessorCount;

    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Outline);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Outline, 40);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Parallelism);
    }
}
