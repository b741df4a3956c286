using System.Globalization;
using System.Text;

namespace TelegramMarketing.Channels;

/// <summary>Pasted text: cleaned before it is read, and made safe before it is shown.</summary>
internal static class LinkText
{
    private const int MaxShown = 64;

    /// <summary>Drops the white space and the invisible marks that come along when text is copied.</summary>
    public static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text)
    {
        var start = 0;
        while (start < text.Length && IsPadding(text[start]))
        {
            start++;
        }

        var end = text.Length;
        while (end > start && IsPadding(text[end - 1]))
        {
            end--;
        }

        return text[start..end];
    }

    /// <summary>The text in quotation marks, shortened, with nothing in it that could break a log line or a terminal.</summary>
    public static string Quote(ReadOnlySpan<char> text)
    {
        var shown = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            if (shown.Length > MaxShown)
            {
                shown.Append('…');
                break;
            }

            var unsafeToShow = Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
            shown.Append(unsafeToShow ? "\uFFFD" : rune.ToString());
        }

        return shown.Append('"').ToString();
    }

    private static bool IsPadding(char c) => char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format;
}
