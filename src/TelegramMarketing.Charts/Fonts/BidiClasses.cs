using System.Globalization;
using System.Text;

namespace TelegramMarketing.Charts.Fonts;

/// <summary>The classes of characters.</summary>
internal static class BidiClasses
{
    public static BidiClass Of(Rune rune) => rune.Value switch
    {
        >= '0' and <= '9' => BidiClass.Digit,
        (>= 0x660 and <= 0x669) or 0x66B or 0x66C => BidiClass.ArabicDigit,
        >= 0x6F0 and <= 0x6F9 => BidiClass.Digit,
        '.' or ',' or ':' or '/' or 0xA0 or 0x202F => BidiClass.Separator,
        '+' or '-' or 0x2212 => BidiClass.Sign,
        '%' or '#' or '$' or '€' or '£' or '°' or 0x66A => BidiClass.Terminator,
        0x200E => BidiClass.Left,
        0x200F => BidiClass.Right,
        _ => Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => BidiClass.Mark,
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
                or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber or UnicodeCategory.SpacingCombiningMark => IsOfRightToLeftScript(rune.Value) ? BidiClass.Right : BidiClass.Left,
            _ => BidiClass.Neutral,
        },
    };

    // Hebrew to Arabic Extended-A, their presentation forms, and the old scripts of the same direction.
    private static bool IsOfRightToLeftScript(int codePoint) =>
        codePoint is (>= 0x590 and <= 0x8FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFE) or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF);
}
