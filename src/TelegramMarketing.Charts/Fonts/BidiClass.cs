namespace TelegramMarketing.Charts.Fonts;

/// <summary>How a character takes part in the order of a line.</summary>
internal enum BidiClass
{
    Left,
    Right,
    Digit,
    ArabicDigit,
    Mark,
    Separator,
    Sign,
    Terminator,
    Neutral,
}
