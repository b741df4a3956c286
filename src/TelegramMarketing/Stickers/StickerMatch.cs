namespace TelegramMarketing.Stickers;

/// <summary>How a sticker of the definition relates to one on Telegram.</summary>
internal enum StickerMatch
{
    /// <summary>There is none for it.</summary>
    None,

    /// <summary>It is the same.</summary>
    Same,

    /// <summary>It takes the other's place: its picture has changed.</summary>
    Changed,
}
