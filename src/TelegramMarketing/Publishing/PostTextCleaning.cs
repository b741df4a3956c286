using System.Buffers;
using System.Globalization;
using System.Text;

namespace TelegramMarketing.Publishing;

/// <summary>Brings what a host gives into the characters that Telegram takes.</summary>
internal static class PostTextCleaning
{
    private const char Replacement = '\uFFFD';

    private static readonly SearchValues<char> Suspicious = SearchValues.Create([.. Enumerable.Range(0, 0x20).Concat([0x2028, 0x2029]).Concat(Enumerable.Range(0xD800, 0x800)).Select(c => (char)c)]);

    /// <summary>One line feed for every line break, spaces for control characters, U+FFFD for halves of surrogate pairs.</summary>
    public static string Clean(string text)
    {
        var dirty = FirstDirty(text);
        if (dirty < 0)
        {
            return text;
        }

        var clean = new StringBuilder(text, 0, dirty, text.Length);
        for (var i = dirty; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\r')
            {
                clean.Append('\n');
                i += i + 1 < text.Length && text[i + 1] == '\n' ? 1 : 0;
            }
            else if (IsSeparator(c))
            {
                clean.Append('\n');
            }
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                clean.Append(c).Append(text[++i]);
            }
            else
            {
                clean.Append(IsControl(c) ? ' ' : char.IsSurrogate(c) ? Replacement : c);
            }
        }

        return clean.ToString();
    }

    public static int CountCodePoints(ReadOnlySpan<char> text)
    {
        var count = text.Length;
        if (!text.ContainsAnyInRange('\uDC00', '\uDFFF'))
        {
            return count;
        }

        foreach (var c in text)
        {
            count -= char.IsLowSurrogate(c) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Nothing that a reader could see.</summary>
    public static bool IsBlank(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            var isInvisible = Rune.IsWhiteSpace(rune) || rune.Value is 0x2800 or 0x3164 or 0x115F or 0x1160 or 0xFFA0
                || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format;
            if (!isInvisible)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Replaces control characters that references brought in, one by one, so that offsets stay as they are.</summary>
    public static string CleanParsed(string text) => text.AsSpan().ContainsAnyInRange('\0', '\u001F') || text.AsSpan().ContainsAny('\u2028', '\u2029')
        ? string.Create(text.Length, text, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = source[i] == '\r' || IsSeparator(source[i]) ? '\n' : IsControl(source[i]) ? ' ' : source[i];
            }
        })
        : text;

    // Telegram takes these out and would join the lines.
    private static bool IsSeparator(char c) => c is '\u2028' or '\u2029';

    private static bool IsControl(char c) => c < ' ' && c is not ('\n' or '\t');

    private static int FirstDirty(string text)
    {
        var first = text.AsSpan().IndexOfAny(Suspicious);
        for (var i = first < 0 ? text.Length : first; i < text.Length; i++)
        {
            if (IsControl(text[i]) || IsSeparator(text[i]) || char.IsSurrogate(text[i]))
            {
                if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
                {
                    return i;
                }

                i++;
            }
        }

        return -1;
    }
}
