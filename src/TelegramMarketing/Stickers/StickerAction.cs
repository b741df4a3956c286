namespace TelegramMarketing;

/// <summary>One thing to be done to a series.</summary>
/// <param name="Kind">What.</param>
/// <param name="Number">The sticker in the definition, counted from 1; <see langword="null"/> where it is about none of them.</param>
/// <param name="Existing">The sticker on Telegram that is replaced, removed, moved or written; <see langword="null"/> where there is none yet.</param>
/// <param name="Description">The same in words, such as <c>Replace sticker 3 (03_hello.webp)</c>.</param>
public sealed record StickerAction(StickerActionKind Kind, int? Number, SeriesSticker? Existing, string Description);
