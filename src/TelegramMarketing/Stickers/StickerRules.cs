namespace TelegramMarketing.Stickers;

/// <summary>The stable names of the rules for stickers, beside those of PlanRules for files.</summary>
internal static class StickerRules
{
    public const string Name = "sticker-series-name";
    public const string Title = "sticker-series-title";
    public const string Owner = "sticker-series-owner";
    public const string Repainting = "sticker-series-repainting";
    public const string Count = "sticker-count";
    public const string Duplicate = "sticker-duplicate";
    public const string Format = "sticker-format";
    public const string Damaged = "sticker-damaged";
    public const string Size = "sticker-size";
    public const string Pixels = "sticker-pixels";
    public const string Duration = "sticker-duration";
    public const string FrameRate = "sticker-frame-rate";
    public const string Codec = "sticker-codec";
    public const string Audio = "sticker-audio";
    public const string Url = "sticker-url";
    public const string EmojiCount = "sticker-emoji-count";
    public const string Emoji = "sticker-emoji";
    public const string Keywords = "sticker-keywords";
    public const string MaskPosition = "sticker-mask-position";
    public const string Thumbnail = "sticker-series-thumbnail";
}
