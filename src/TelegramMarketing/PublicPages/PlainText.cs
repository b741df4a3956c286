using System.Text;
using AngleSharp.Dom;

namespace TelegramMarketing.PublicPages;

/// <summary>The text of a piece of a page as a reader sees it: <c>br</c> and blocks break lines, emoji are their characters.</summary>
internal static class PlainText
{
    // Deeper nesting than any message has is not followed, so that a hostile page cannot exhaust the stack.
    private const int MaxDepth = 64;

    /// <summary>The text, trimmed; <see langword="null"/> when there is none.</summary>
    public static string? Of(INode node)
    {
        var text = new StringBuilder();
        Append(text, node, keepLines: false, depth: 0);
        var result = text.ToString().Trim();
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

    private static void Append(StringBuilder text, INode node, bool keepLines, int depth)
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
                    text.Append(words.Data);
                    break;
                case IText words:
                    AppendOnOneLine(text, words.Data);
                    break;
                case IElement { LocalName: "br" }:
                    text.Append('\n');
                    break;
                case IElement { LocalName: "svg" or "script" or "style" }:
                    break;
                case IElement element:
                    var isBlock = element.LocalName is "div" or "p" or "blockquote" or "pre" or "ul" or "ol" or "li";
                    BreakLine(text, isBlock);
                    Append(text, element, keepLines || element is { LocalName: "pre" }, depth + 1);
                    BreakLine(text, isBlock);
                    break;
                default:
                    break;
            }
        }
    }

    private static void BreakLine(StringBuilder text, bool isBlock)
    {
        if (isBlock && text.Length > 0 && text[^1] != '\n')
        {
            text.Append('\n');
        }
    }

    // A line break in the source of the page is only layout; the message's own are br elements. Its runs of spaces are its own.
    private static void AppendOnOneLine(StringBuilder text, string words)
    {
        if (!words.AsSpan().ContainsAny('\n', '\r'))
        {
            text.Append(words);
            return;
        }

        var lines = words.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].AsSpan();
            line = i > 0 ? line.TrimStart(" \t\r") : line;
            line = i < lines.Length - 1 ? line.TrimEnd(" \t\r") : line;
            if (i > 0 && text.Length > 0 && !char.IsWhiteSpace(text[^1]))
            {
                text.Append(' ');
            }

            text.Append(line);
        }
    }
}
