using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace TelegramMarketing.Publishing;

/// <summary>
/// Reads Telegram's HTML as Telegram does: the same markups are accepted, with the same text, entities and words of refusal.
/// Telegram counts bytes where we count UTF-16 units, and reads NUL as the end; markup is normalised before it comes here, so none is left.
/// </summary>
internal sealed class MarkupParser
{
    private const string UnmatchedSurrogate = "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units";

    private static readonly FrozenSet<string> Tags = new[]
    {
        "a", "b", "strong", "i", "em", "s", "strike", "del", "u", "ins", "tg-spoiler", "tg-emoji", "tg-time", "span", "pre", "code", "blockquote",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> TagsBySpan = Tags.GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly string markup;
    private readonly StringBuilder text;
    private OpenTag? open;
    private readonly EntityCollector entities;
    private int index;
    private MarkupFault? error;
    private MarkupFault? surrogate;

    private MarkupParser(string markup)
    {
        this.markup = markup;
        text = new StringBuilder(markup.Length);
        entities = new EntityCollector(text);
    }

    // The end reads as NUL, which is white space to Telegram.
    private char Current => index < markup.Length ? markup[index] : '\0';

    public static ParsedMarkup Parse(string markup) => new MarkupParser(markup).Run();

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\r' or '\n' or '\v' or '\0';

    private ParsedMarkup Run()
    {
        while (index < markup.Length && error is null)
        {
            if (markup[index] == '<')
            {
                ReadTag();
            }
            else if (markup[index] == '&')
            {
                ReadReference(text);
            }
            else
            {
                var next = markup.AsSpan(index).IndexOfAny('<', '&');
                var end = next < 0 ? markup.Length : index + next;
                text.Append(markup, index, end - index);
                index = end;
            }
        }

        if (error is null && open is { } unclosed)
        {
            Fail(unclosed.Position, $"Can't find end tag corresponding to start tag \"{unclosed.Name}\"", unclosed.Name);
        }

        error ??= surrogate;
        return error is null
            ? new ParsedMarkup { Text = text.ToString(), Entities = entities.Sorted(), Loss = entities.Loss }
            : new ParsedMarkup { Error = error };
    }

    private void ReadTag()
    {
        var begin = index++;
        if (Current == '/')
        {
            ReadEndTag(begin);
        }
        else
        {
            ReadStartTag(begin);
        }
    }

    private void ReadStartTag(int begin)
    {
        SkipUntilSpaceOr('>');
        if (index >= markup.Length)
        {
            Fail(begin, $"Unclosed start tag at byte offset {Bytes(begin)}");
            return;
        }

        var name = TagName(markup.AsSpan(begin + 1, index - begin - 1));
        if (!Tags.Contains(name))
        {
            Fail(begin, $"Unsupported start tag \"{name}\" at byte offset {Bytes(begin)}", name);
            return;
        }

        var tag = new OpenTag(name, begin, text.Length, open);
        while (error is null && Current != '>')
        {
            ReadAttribute(tag);
        }

        index++;
        if (error is null && name is "span" && tag.Argument is not "spoiler")
        {
            Fail(begin, $"Tag \"span\" must have class \"tg-spoiler\" at byte offset {Bytes(begin)}", name);
        }

        open = tag;
    }

    private void ReadAttribute(OpenTag tag)
    {
        SkipSpace();
        if (Current == '>')
        {
            return;
        }

        var begin = index;
        while (!IsSpace(Current) && Current is not ('=' or '>' or '/' or '"' or '\''))
        {
            index++;
        }

        var name = markup[begin..index];
        if (name.Length == 0)
        {
            Fail(tag.Position, $"Empty attribute name in the tag \"{tag.Name}\" at byte offset {Bytes(tag.Position)}", tag.Name);
            return;
        }

        SkipSpace();
        if (index < markup.Length && Current != '=')
        {
            tag.Take(name, "");
            return;
        }

        index++;
        SkipSpace();
        if (index >= markup.Length)
        {
            Fail(tag.Position, $"Unclosed start tag \"{tag.Name}\" at byte offset {Bytes(tag.Position)}", tag.Name);
            return;
        }

        var value = Current is '\'' or '"' ? ReadQuoted() : ReadToken();
        if (error is null && index >= markup.Length)
        {
            Fail(tag.Position, $"Unclosed start tag at byte offset {Bytes(tag.Position)}", tag.Name);
            return;
        }

        tag.Take(name, value);
    }

    private string ReadToken()
    {
        var begin = index;
        while (char.IsAsciiLetterOrDigit(Current) || Current is '.' or '-')
        {
            index++;
        }

        if (!IsSpace(Current) && Current != '>')
        {
            Fail(begin, $"Unexpected end of name token at byte offset {Bytes(begin)}");
        }

        return AsciiLower(markup[begin..index]);
    }

    private string ReadQuoted()
    {
        var quote = markup[index++];
        var value = new StringBuilder();
        while (index < markup.Length && markup[index] != quote)
        {
            if (markup[index] == '&')
            {
                ReadReference(value);
            }
            else
            {
                value.Append(markup[index++]);
            }
        }

        if (index < markup.Length)
        {
            index++;
        }

        return value.ToString();
    }

    private void ReadEndTag(int begin)
    {
        if (open is not { } tag)
        {
            Fail(begin, $"Unexpected end tag at byte offset {Bytes(begin)}");
            return;
        }

        SkipUntilSpaceOr('>');
        var name = TagName(markup.AsSpan(begin + 2, index - begin - 2));
        SkipSpace();
        if (Current != '>')
        {
            Fail(begin, $"Unclosed end tag at byte offset {Bytes(begin)}", tag.Name);
            return;
        }

        if (name.Length > 0 && !name.Equals(tag.Name, StringComparison.Ordinal))
        {
            Fail(begin, $"Unmatched end tag at byte offset {Bytes(begin)}, expected \"</{tag.Name}>\", found \"</{name}>\"", tag.Name);
            return;
        }

        index++;
        open = tag.Outer;
        error ??= entities.Close(tag);
    }

    private void ReadReference(StringBuilder output)
    {
        var codePoint = CharacterReference.Decode(markup.AsSpan(index, Math.Min(32, markup.Length - index)), out var length);
        if (codePoint == 0)
        {
            output.Append(markup[index++]);
            return;
        }

        if (Rune.TryCreate(codePoint, out var rune))
        {
            output.Append(rune.ToString());
        }
        else
        {
            // Telegram finds this only after everything else, and in an attribute not at all: the letter is lost there.
            surrogate ??= new MarkupFault(index, UnmatchedSurrogate);
        }

        index += length;
    }

    private void SkipSpace()
    {
        while (index < markup.Length && IsSpace(markup[index]))
        {
            index++;
        }
    }

    private void SkipUntilSpaceOr(char terminator)
    {
        while (!IsSpace(Current) && Current != terminator)
        {
            index++;
        }
    }

    private string Bytes(int position) => Encoding.UTF8.GetByteCount(markup.AsSpan(0, position)).ToString(CultureInfo.InvariantCulture);

    private void Fail(int position, string message, string tagName = "") => error ??= new MarkupFault(position, message, tagName);

    private static string TagName(ReadOnlySpan<char> name) =>
        TagsBySpan.TryGetValue(name, out var known) ? known : AsciiLower(name.ToString());

    private static string AsciiLower(string name) => string.Create(name.Length, name, static (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = char.IsAsciiLetterUpper(source[i]) ? (char)(source[i] | 0x20) : source[i];
        }
    });
}
