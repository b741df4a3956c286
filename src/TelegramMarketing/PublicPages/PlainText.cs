using System.Text;
using AngleSharp.Dom;

namespace TelegramMarketing.PublicPages;

/// <summary>The text of a piece of a page as a reader sees it: <c>br</c> and blocks break lines, emoji are their characters.</summary>
internal sealed class PlainText
{
    // Deeper nesting than any message has is not followed, so that a hostile page cannot exhaust the stack.
    private const int MaxDepth = 64;

    private readonly StringBuilder _text = new();

    // Where the text ended after a space that stands for a line break of the page's source; it vanishes before a line break of the message.
    private int _layoutSpaceEnd = -1;

    private PlainText()
    {
    }

    /// <summary>The text, trimmed; <see langword="null"/> when there is none.</summary>
    public static string? Of(INode node)
    {
        var reader = new PlainText();
        reader.Append(node, keepLines: false, depth: 0);
        var result = reader._text.ToString().Trim();
        return result.Length == 0 ? null : result;
    }

    /// <summary>The text that stands directly in the element, not in its children.</summary>
    public static string OwnOf(IElement element)
    {
        var text = new StringBuilder();
        foreach (var child in element.ChildNodes)
        {
            if (child is IText words)
            {
                text.Append(words.Data);
            }
        }

        return text.ToString();
    }

    private void Append(INode node, bool keepLines, int depth)
    {
        if (depth > MaxDepth)
        {
            return;
        }

        foreach (var child in node.ChildNodes)
        {
            switch (child)
            {
                case IText words when keepLines:
                    _text.Append(words.Data);
                    break;
                case IText words:
                    AppendOnOneLine(words.Data);
                    break;
                case IElement { LocalName: "br" }:
                    BreakLine();
                    break;
                case IElement { LocalName: "svg" or "script" or "style" }:
                    break;
                case IElement element:
                    var isBlock = element.LocalName is "div" or "p" or "blockquote" or "pre" or "ul" or "ol" or "li";
                    BreakLineAtABlock(isBlock);
                    Append(element, keepLines || element is { LocalName: "pre" }, depth + 1);
                    BreakLineAtABlock(isBlock);
                    break;
                default:
                    break;
            }
        }
    }

    private void BreakLineAtABlock(bool isBlock)
    {
        if (isBlock && _text.Length > 0 && _text[^1] != '\n')
        {
            BreakLine();
        }
    }

    private void BreakLine()
    {
        if (_layoutSpaceEnd == _text.Length)
        {
            _text.Length--;
        }

        _text.Append('\n');
        _layoutSpaceEnd = -1;
    }

    // A line break in the source of the page is only layout; the message's own are br elements. Its runs of spaces are its own.
    private void AppendOnOneLine(string words)
    {
        if (!words.AsSpan().ContainsAny('\n', '\r'))
        {
            _text.Append(words);
            return;
        }

        var lines = words.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].AsSpan();
            line = i > 0 ? line.TrimStart(" \t\r") : line;
            line = i < lines.Length - 1 ? line.TrimEnd(" \t\r") : line;
            if (i > 0 && _text.Length > 0 && !char.IsWhiteSpace(_text[^1]))
            {
                _text.Append(' ');
                _layoutSpaceEnd = _text.Length;
            }

            _text.Append(line);
        }
    }
}
