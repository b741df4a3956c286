namespace TelegramMarketing.Publishing;

/// <summary>What Telegram calls the type of a message entity, as far as its HTML can express it; in the order in which equal ranges are listed, outer first.</summary>
internal enum MarkupEntityKind
{
    Blockquote,
    ExpandableBlockquote,
    PreWithLanguage,
    Pre,
    Code,
    Time,
    Link,
    Mention,
    Bold,
    Italic,
    Underline,
    Strikethrough,
    Spoiler,
    CustomEmoji,
}
