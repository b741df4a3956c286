using System.Text;

namespace TelegramMarketing.Publishing;

/// <summary>Writes a part of a text and its entities as Telegram's HTML.</summary>
internal static class MarkupRenderer
{
    /// <param name="text">The whole text.</param>
    /// <param name="start">Where the part begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="entities">In Telegram's order, with offsets in the whole text; each touches the part, and none crosses another.</param>
    public static string Render(string text, int start, int end, IReadOnlyList<MarkupEntity> entities)
    {
        var markup = new StringBuilder(end - start);
        var open = new Stack<MarkupEntity>();
        var position = start;
        foreach (var entity in entities)
        {
            CloseUntil(Math.Max(start, entity.Offset));
            Copy(Math.Max(start, entity.Offset));
            markup.Append(StartTag(entity));
            open.Push(entity);
        }

        CloseUntil(end);
        Copy(end);
        while (open.TryPop(out var entity))
        {
            markup.Append(EndTag(entity));
        }

        return markup.ToString();

        void CloseUntil(int offset)
        {
            while (open.TryPeek(out var entity) && entity.End <= offset && entity.End < end)
            {
                Copy(entity.End);
                markup.Append(EndTag(open.Pop()));
            }
        }

        void Copy(int to)
        {
            CharacterReference.AppendEscaped(markup, text.AsSpan(position, to - position), inAttribute: false);
            position = to;
        }
    }

    private static string StartTag(MarkupEntity entity) => entity.Kind switch
    {
        MarkupEntityKind.Blockquote => "<blockquote>",
        MarkupEntityKind.ExpandableBlockquote => "<blockquote expandable>",
        MarkupEntityKind.PreWithLanguage => $"<pre><code class=\"language-{Escape(entity.Argument)}\">",
        MarkupEntityKind.Time when entity.Format.Length == 0 => $"<tg-time unix=\"{entity.Argument}\">",
        MarkupEntityKind.Time => $"<tg-time unix=\"{entity.Argument}\" format=\"{entity.Format}\">",
        MarkupEntityKind.Link => $"<a href=\"{Escape(entity.Argument)}\">",
        MarkupEntityKind.Mention => $"<a href=\"tg://user?id={entity.Argument}\">",
        MarkupEntityKind.CustomEmoji => $"<tg-emoji emoji-id=\"{entity.Argument}\">",
        _ => $"<{Name(entity.Kind)}>",
    };

    private static string EndTag(MarkupEntity entity) => entity.Kind switch
    {
        MarkupEntityKind.PreWithLanguage => "</code></pre>",
        _ => $"</{Name(entity.Kind)}>",
    };

    private static string Name(MarkupEntityKind kind) => kind switch
    {
        MarkupEntityKind.Blockquote or MarkupEntityKind.ExpandableBlockquote => "blockquote",
        MarkupEntityKind.Pre => "pre",
        MarkupEntityKind.Code => "code",
        MarkupEntityKind.Time => "tg-time",
        MarkupEntityKind.Link or MarkupEntityKind.Mention => "a",
        MarkupEntityKind.Bold => "b",
        MarkupEntityKind.Italic => "i",
        MarkupEntityKind.Underline => "u",
        MarkupEntityKind.Strikethrough => "s",
        MarkupEntityKind.Spoiler => "tg-spoiler",
        _ => "tg-emoji",
    };

    private static string Escape(string value)
    {
        var builder = new StringBuilder(value.Length);
        CharacterReference.AppendEscaped(builder, value, inAttribute: true);
        return builder.ToString();
    }
}
