using System.Globalization;
using System.Text;

namespace TelegramMarketing.Testing.Wire;

/// <summary>Reads Telegram's HTML by Telegram's own rules, written apart from the library's so that both cannot be wrong alike.</summary>
internal sealed class HtmlMarkup
{
    private static readonly string[] _tags =
        ["a", "b", "strong", "i", "em", "s", "strike", "del", "u", "ins", "tg-spoiler", "tg-emoji", "tg-time", "span", "pre", "code", "blockquote"];

    private readonly byte[] _source;
    private readonly StringBuilder _text = new();
    private readonly List<TelegramEntity> _entities = [];
    private readonly Stack<(string Tag, string? Detail, int Offset, int Order)> _open = new();
    private int _at;
    private int _order;
    private readonly List<int> _orders = [];

    private HtmlMarkup(string source) => _source = Encoding.UTF8.GetBytes(source);

    /// <exception cref="BotApiException">The markup is wrong.</exception>
    public static FormattedText Parse(string source)
    {
        var markup = new HtmlMarkup(source);
        markup.Run();
        // Outer entities stand before inner ones, as they were opened.
        var sorted = markup._entities.Zip(markup._orders).OrderBy(pair => pair.Second).Select(pair => pair.First);
        return new FormattedText(markup._text.ToString(), [.. sorted]);
    }

    private static BotApiException Wrong(string detail) => BotApiException.Bad($"can't parse entities: {detail}");

    private static bool IsSpace(byte letter) => letter is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or 0 or 11;

    private void Run()
    {
        var begin = 0;
        while (_at < _source.Length)
        {
            if (_source[_at] is not ((byte)'<' or (byte)'&'))
            {
                _at++;
                continue;
            }

            _text.Append(Encoding.UTF8.GetString(_source, begin, _at - begin));
            if (_source[_at] == '&')
            {
                _text.Append(Character());
            }
            else if (_at + 1 < _source.Length && _source[_at + 1] == '/')
            {
                EndTag();
            }
            else
            {
                StartTag();
            }

            begin = _at;
        }

        _text.Append(Encoding.UTF8.GetString(_source, begin, _at - begin));
        if (_open.TryPeek(out var unclosed))
        {
            throw Wrong($"Can't find end tag corresponding to start tag \"{unclosed.Tag}\"");
        }
    }

    private void StartTag()
    {
        var begin = _at++;
        var tag = Word(static letter => !IsSpace(letter) && letter != '>').ToLowerInvariant();
        ThrowIfAtEnd("Unclosed start tag", begin);
        if (!_tags.Contains(tag, StringComparer.Ordinal))
        {
            throw Wrong($"Unsupported start tag \"{tag}\" at byte offset {begin}");
        }

        string? detail = null;
        var isSpoiler = false;
        while (true)
        {
            SkipSpace();
            ThrowIfAtEnd("Unclosed start tag", begin);
            if (_source[_at] == '>')
            {
                break;
            }

            var name = Word(static letter => !IsSpace(letter) && letter is not ((byte)'=' or (byte)'>')).ToLowerInvariant();
            if (name.Length == 0)
            {
                throw Wrong($"Empty attribute name in the tag \"{tag}\" at byte offset {begin}");
            }

            SkipSpace();
            ThrowIfAtEnd("Unclosed start tag", begin);
            var value = _source[_at] == '=' ? Value(tag, begin) : "";
            isSpoiler |= tag == "span" && name == "class" && value == "tg-spoiler";
            detail = (tag, name) switch
            {
                ("a", "href") => value,
                ("code", "class") when value.StartsWith("language-", StringComparison.Ordinal) => value["language-".Length..],
                ("tg-emoji", "emoji-id") => value,
                ("blockquote", "expandable") => "expandable",
                _ => detail,
            };
        }

        if (tag == "span" && !isSpoiler)
        {
            throw Wrong($"Tag \"span\" must have class \"tg-spoiler\" at byte offset {begin}");
        }

        _at++;
        _open.Push((tag, detail, _text.Length, _order++));
    }

    private void EndTag()
    {
        var begin = _at;
        _at += 2;
        if (!_open.TryPop(out var open))
        {
            throw Wrong($"Unexpected end tag at byte offset {begin}");
        }

        var tag = Word(static letter => !IsSpace(letter) && letter != '>').ToLowerInvariant();
        SkipSpace();
        if (_at >= _source.Length || _source[_at] != '>')
        {
            throw Wrong($"Unclosed end tag at byte offset {begin}");
        }

        if (tag.Length > 0 && tag != open.Tag)
        {
            throw Wrong($"Unmatched end tag at byte offset {begin}, expected \"</{open.Tag}>\", found \"</{tag}>\"");
        }

        _at++;
        Close(open);
    }

    private void Close((string Tag, string? Detail, int Offset, int Order) open)
    {
        var length = _text.Length - open.Offset;
        var detail = open.Detail;
        if (open.Tag == "a")
        {
            detail = string.IsNullOrEmpty(detail) ? _text.ToString(open.Offset, length) : detail;
            if (!LinkAddress.TryNormalise(detail, out detail))
            {
                return;
            }
        }

        var type = open.Tag switch
        {
            "b" or "strong" => "bold",
            "i" or "em" => "italic",
            "s" or "strike" or "del" => "strikethrough",
            "u" or "ins" => "underline",
            "span" or "tg-spoiler" => "spoiler",
            "tg-emoji" => "custom_emoji",
            "a" => "text_link",
            "blockquote" => detail is null ? "blockquote" : "expandable_blockquote",
            "tg-time" => "date_time",
            _ => open.Tag,
        };
        if (length == 0)
        {
            return;
        }

        // <pre><code class="language-x">…</code></pre> is one block with a language.
        if (open.Tag == "pre" && _entities.Count > 0 && _entities[^1] is { Type: "code", Detail: not null } code && code.Offset == open.Offset && code.Length == length)
        {
            _entities.RemoveAt(_entities.Count - 1);
            _orders.RemoveAt(_orders.Count - 1);
            detail = code.Detail;
        }

        _entities.Add(new TelegramEntity(type, open.Offset, length, type is "text_link" or "custom_emoji" or "pre" or "code" ? detail : null));
        _orders.Add(open.Order);
    }

    private string Value(string tag, int begin)
    {
        _at++;
        SkipSpace();
        ThrowIfAtEnd("Unclosed start tag", begin);
        var quote = _source[_at];
        if (quote is not ((byte)'"' or (byte)'\''))
        {
            return Word(static letter => char.IsAsciiLetterOrDigit((char)letter) || letter is (byte)'.' or (byte)'-').ToLowerInvariant();
        }

        _at++;
        var value = new StringBuilder();
        var from = _at;
        while (_at < _source.Length && _source[_at] != quote)
        {
            if (_source[_at] == '&')
            {
                value.Append(Encoding.UTF8.GetString(_source, from, _at - from)).Append(Character());
                from = _at;
            }
            else
            {
                _at++;
            }
        }

        ThrowIfAtEnd("Unclosed start tag", begin);
        value.Append(Encoding.UTF8.GetString(_source, from, _at - from));
        _at++;
        return value.ToString();
    }

    private string Word(Func<byte, bool> belongs)
    {
        var begin = _at;
        while (_at < _source.Length && belongs(_source[_at]))
        {
            _at++;
        }

        return Encoding.UTF8.GetString(_source, begin, _at - begin);
    }

    private void SkipSpace()
    {
        while (_at < _source.Length && IsSpace(_source[_at]))
        {
            _at++;
        }
    }

    private void ThrowIfAtEnd(string what, int begin)
    {
        if (_at >= _source.Length)
        {
            throw Wrong($"{what} at byte offset {begin}");
        }
    }

    // A reference that Telegram doesn't know stays as it is written.
    private string Character()
    {
        var end = Array.IndexOf(_source, (byte)';', _at, Math.Min(12, _source.Length - _at));
        var name = end < 0 ? "" : Encoding.UTF8.GetString(_source, _at + 1, end - _at - 1);
        var known = name switch { "lt" => "<", "gt" => ">", "amp" => "&", "quot" => "\"", _ => Numeric(name) };
        _at = known is null ? _at + 1 : end + 1;
        return known ?? "&";
    }

    private static string? Numeric(string name)
    {
        var isHexadecimal = name.StartsWith("#x", StringComparison.Ordinal);
        return name.StartsWith('#')
            && int.TryParse(isHexadecimal ? name[2..] : name[1..], isHexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            && code > 0 && Rune.IsValid(code)
            ? new Rune(code).ToString()
            : null;
    }
}
