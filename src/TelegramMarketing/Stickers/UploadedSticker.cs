namespace TelegramMarketing.Stickers;

/// <summary>A sticker whose file Telegram has, or fetches by itself.</summary>
/// <param name="Sticker">The sticker.</param>
/// <param name="Format">How it is drawn.</param>
/// <param name="FileId">Telegram's id of its file; <see langword="null"/> for an address.</param>
internal sealed record UploadedSticker(Sticker Sticker, StickerFormat Format, string? FileId);
