using System.Text;

namespace TelegramMarketing.Testing.Pages;

/// <summary>Texts as the public pages write them.</summary>
internal static class PageText
{
    /// <summary>Without any markup.</summary>
    public static string Encode(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            _ = letter switch
            {
                '&' => result.Append("&amp;"),
                '<' => result.Append("&lt;"),
                '>' => result.Append("&gt;"),
                '"' => result.Append("&quot;"),
                '\'' => result.Append("&#39;"),
                '!' => result.Append("&#33;"),
                '$' => result.Append("&#036;"),
                _ => result.Append(letter),
            };
        }

        return result.ToString();
    }

    /// <summary>With its styles, links, line ends and emoji.</summary>
    public static string Render(string text, IReadOnlyList<TelegramEntity> entities)
    {
        var result = new StringBuilder();
        Append(result, text, 0, text.Length, [.. entities]);
        return result.ToString();
    }

    private static void Append(StringBuilder result, string text, int from, int to, List<TelegramEntity> entities)
    {
        var at = from;
        for (var i = 0; i < entities.Count; i++)
        {
            var entity = entities[i];
            var end = Math.Min(entity.Offset + entity.Length, to);
            if (entity.Offset < at || entity.Offset >= to)
            {
                continue; // Stands inside one that is written already.
            }

            AppendPlain(result, text[at..entity.Offset]);
            var inner = entities.Skip(i + 1).Where(other => other.Offset >= entity.Offset && other.Offset < end).ToList();
            var (open, close) = TagsOf(entity);
            result.Append(open);
            Append(result, text, entity.Offset, end, inner);
            result.Append(close);
            at = end;
        }

        AppendPlain(result, text[at..to]);
    }

    private static (string Open, string Close) TagsOf(TelegramEntity entity) => entity.Type switch
    {
        "bold" => ("<b>", "</b>"),
        "italic" => ("<i>", "</i>"),
        "underline" => ("<u>", "</u>"),
        "strikethrough" => ("<s>", "</s>"),
        "spoiler" => ("<tg-spoiler>", "</tg-spoiler>"),
        "code" => ("<code>", "</code>"),
        "pre" => ("<pre>", "</pre>"),
        "blockquote" => ("<blockquote>", "</blockquote>"),
        "expandable_blockquote" => ("<blockquote expandable>", "</blockquote>"),
        "custom_emoji" => ($"<tg-emoji emoji-id=\"{Encode(entity.Detail ?? "")}\">", "</tg-emoji>"),
        "text_link" => ($"<a href=\"{Encode(entity.Detail ?? "")}\" target=\"_blank\" rel=\"noopener\" onclick=\"return confirm('Open this link?\\n\\n'+this.href);\">", "</a>"),
        _ => ("", ""),
    };

    private static void AppendPlain(StringBuilder result, string text)
    {
        var runes = text.EnumerateRunes().ToList();
        for (var i = 0; i < runes.Count; i++)
        {
            if (runes[i].Value == '\n')
            {
                result.Append("<br/>");
            }
            else if (IsEmoji(runes[i]))
            {
                var code = Convert.ToHexString(Encoding.UTF8.GetBytes(runes[i].ToString()));
                var shown = i + 1 < runes.Count && runes[i + 1].Value == 0xFE0F ? $"{runes[i]}{runes[++i]}" : runes[i].ToString();
                result.Append(System.Globalization.CultureInfo.InvariantCulture, $"<i class=\"emoji\" style=\"background-image:url('//telegram.org/img/emoji/40/{code}.png')\"><b>{shown}</b></i>");
            }
            else
            {
                result.Append(Encode(runes[i].ToString()));
            }
        }
    }

    private static bool IsEmoji(Rune rune) => rune.Value is (>= 0x1F300 and <= 0x1FAFF) or (>= 0x2600 and <= 0x27BF);
}
