namespace TelegramMarketing;

/// <summary>One sticker of a series: its file, and the emoji and words by which people find it.</summary>
public sealed record Sticker
{
    /// <summary>A sticker of a file: WEBP, PNG, TGS or WEBM.</summary>
    /// <param name="source">Where the bytes come from. A static one may also be an address that Telegram fetches.</param>
    /// <param name="emoji">The emoji that it stands for, the most fitting first: 1 to 20.</param>
    public Sticker(MediaSource source, params IReadOnlyList<string> emoji)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(emoji);
        Source = source;
        Emoji = emoji;
    }

    /// <summary>Where the bytes come from.</summary>
    public MediaSource Source { get; init; }

    /// <summary>The emoji that it stands for, the most fitting first: 1 to 20. Telegram shows others only the first.</summary>
    public IReadOnlyList<string> Emoji { get; init; }

    /// <summary>Words by which people find it: at most 20, with at most 64 characters together. Not for masks.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>Where a mask lies on a face; only in a series of masks.</summary>
    /// <value>Defaults to <see langword="null"/>: Telegram places it by itself.</value>
    public MaskPosition? MaskPosition { get; init; }

    /// <summary>How it is drawn. Only needed for a file id or an address, whose bytes are not seen.</summary>
    /// <value>Defaults to <see langword="null"/>: as the file's bytes say, else <see cref="StickerFormat.Static"/>.</value>
    public StickerFormat? Format { get; init; }
}
