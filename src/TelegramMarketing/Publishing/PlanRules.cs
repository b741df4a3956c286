namespace TelegramMarketing.Publishing;

/// <summary>The stable names of the rules that a <see cref="PostPlan"/> checks; <c>docs/publishing.md</c> lists them for hosts.</summary>
internal static class PlanRules
{
    public const string NullValue = "null-value";
    public const string OptionValue = "option-value";
    public const string TagEmpty = "tag-empty";

    public const string NothingToSend = "nothing-to-send";
    public const string TextEmpty = "text-empty";
    public const string TextLength = "text-length";
    public const string TextMarkupSize = "text-markup-size";
    public const string CaptionLength = "caption-length";
    public const string CaptionAbove = "caption-above";
    public const string Spoiler = "spoiler";
    public const string LinkPreviewConflict = "link-preview-conflict";
    public const string LinkPreviewUrl = "link-preview-url";

    public const string AlbumSize = "album-size";
    public const string AlbumMixed = "album-mixed";
    public const string AlbumButtons = "album-buttons";

    public const string MediaUrl = "media-url";
    public const string MediaMissing = "media-missing";
    public const string MediaUnreadable = "media-unreadable";
    public const string MediaEmpty = "media-empty";
    public const string MediaSize = "media-size";
    public const string PhotoDimensions = "photo-dimensions";
    public const string PhotoRatio = "photo-ratio";
    public const string PhotoExtension = "photo-extension";

    public const string StickerExtension = "sticker-extension";

    public const string ButtonLabel = "button-label";
    public const string ButtonRowEmpty = "button-row-empty";
    public const string ButtonRowLength = "button-row-length";
    public const string ButtonCount = "button-count";
    public const string ButtonUrl = "button-url";
    public const string ButtonCopyLength = "button-copy-length";
    public const string ButtonDataSize = "button-data-size";
}
