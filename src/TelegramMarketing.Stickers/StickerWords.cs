namespace TelegramMarketing.Stickers;

/// <summary>What stickers.json says of one file.</summary>
internal sealed record StickerWords(IReadOnlyList<string>? Emoji, IReadOnlyList<string>? Keywords);
