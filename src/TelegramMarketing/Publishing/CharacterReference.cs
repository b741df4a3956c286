using System.Text;

namespace TelegramMarketing.Publishing;

/// <summary>Telegram's character references: four names and numbers, the semicolon being optional; everything else is shown as it stands.</summary>
internal static class CharacterReference
{
    // Telegram gives up on a number that is written with ten characters or more, from the ampersand on.
    private const int MaxNumericLength = 9;

    /// <summary>Reads the reference at an ampersand.</summary>
    /// <returns>The code point, or 0 when the text is to be shown as it stands.</returns>
    public static int Decode(ReadOnlySpan<char> text, out int length)
    {
        length = 0;
        if (text.Length < 2 || text[0] != '&')
        {
            return 0;
        }

        var codePoint = text[1] == '#' ? Numeric(text, out var end) : Named(text, out end);
        if (codePoint != 0)
        {
            length = end < text.Length && text[end] == ';' ? end + 1 : end;
        }

        return codePoint;
    }

    /// <summary>Appends text so that no character of it is read as markup, in text and in a quoted value alike.</summary>
    public static void AppendEscaped(StringBuilder builder, ReadOnlySpan<char> text, bool inAttribute)
    {
        var special = inAttribute ? "&<>\"'" : "&<>";
        while (text.IndexOfAny(special) is >= 0 and var index)
        {
            builder.Append(text[..index]).Append(text[index] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                _ => "&#39;",
            });
            text = text[(index + 1)..];
        }

        builder.Append(text);
    }

    /// <summary>
    /// Closes what could be the beginning of a reference at the end of the builder, so that what is appended next is not read as its
    /// rest: a whole reference gets its semicolon, a lone ampersand is escaped.
    /// </summary>
    public static void Seal(StringBuilder builder)
    {
        var start = builder.Length - 1;
        while (start >= 0 && builder.Length - start < MaxNumericLength && (char.IsAsciiLetterOrDigit(builder[start]) || builder[start] == '#'))
        {
            start--;
        }

        if (start < 0 || builder[start] != '&')
        {
            return;
        }

        var tail = builder.ToString(start, builder.Length - start);
        if (Decode(tail, out var length) != 0 && length == tail.Length)
        {
            builder.Append(';');
        }
        else
        {
            builder.Insert(start + 1, "amp;");
        }
    }

    private static int Numeric(ReadOnlySpan<char> text, out int end)
    {
        var isHexadecimal = text.Length > 2 && text[2] == 'x';
        end = isHexadecimal ? 3 : 2;
        var codePoint = 0L;
        while (end < text.Length && (isHexadecimal ? char.IsAsciiHexDigit(text[end]) : char.IsAsciiDigit(text[end])))
        {
            codePoint = Math.Min(int.MaxValue, (codePoint * (isHexadecimal ? 16 : 10)) + Convert.ToInt32(text[end].ToString(), 16));
            end++;
        }

        return codePoint >= 0x10ffff || end > MaxNumericLength ? 0 : (int)codePoint;
    }

    private static int Named(ReadOnlySpan<char> text, out int end)
    {
        end = 1;
        while (end < text.Length && char.IsAsciiLetter(text[end]))
        {
            end++;
        }

        return text[1..end] switch
        {
            "lt" => '<',
            "gt" => '>',
            "amp" => '&',
            "quot" => '"',
            _ => 0,
        };
    }
}
