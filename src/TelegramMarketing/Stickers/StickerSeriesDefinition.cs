namespace TelegramMarketing;

/// <summary>What a series of stickers should be: the company's side, which <see cref="IStickerSeries"/> brings to Telegram.</summary>
public sealed record StickerSeriesDefinition
{
    /// <summary>
    /// The name in the series' address, such as <c>aurora_by_AuroraBot</c>: 1 to 64 letters, digits and single underscores, with a letter first and
    /// <c>_by_</c> and the bot's username last. It can never be changed.
    /// </summary>
    public required string Name { get; init; }

    /// <summary>The title that people see: 1 to 64 characters. Telegram would cut a longer one silently; here it is an error.</summary>
    public required string Title { get; init; }

    /// <summary>The Telegram user id of the person who owns the series. The person must have started the bot.</summary>
    public required long OwnerId { get; init; }

    /// <summary>What the stickers are for. It can never be changed.</summary>
    /// <value>Defaults to <see cref="StickerSeriesType.Regular"/>.</value>
    public StickerSeriesType Type { get; init; } = StickerSeriesType.Regular;

    /// <summary>Custom emoji take the colour of the text around them. Only for <see cref="StickerSeriesType.CustomEmoji"/>, and only when the series is created.</summary>
    /// <value>Defaults to <see langword="false"/>.</value>
    public bool NeedsRepainting { get; init; }

    /// <summary>The stickers in their order: 1 to 120, or to 200 for custom emoji.</summary>
    public IReadOnlyList<Sticker> Stickers { get; init; } = [];

    /// <summary>
    /// The series' own picture: a PNG or WEBP of 100 x 100 pixels and at most 128 KB, or a TGS or WEBM of at most 32 KB. Not for custom emoji.
    /// </summary>
    /// <value>Defaults to <see langword="null"/>: Telegram shows the first sticker, and a picture that the series has is left alone.</value>
    public MediaSource? Thumbnail { get; init; }
}
