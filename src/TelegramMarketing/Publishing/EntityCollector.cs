using System.Buffers;
using System.Globalization;
using System.Text;

namespace TelegramMarketing.Publishing;

/// <summary>Turns closed tags into entities, as Telegram does, and notes what Telegram would drop on the way.</summary>
internal sealed class EntityCollector(StringBuilder text)
{
    private static readonly SearchValues<char> TimeFormats = SearchValues.Create("tTdDwW");

    private readonly List<MarkupEntity> entities = [];

    public MarkupFault? Loss { get; private set; }

    /// <summary>The entities in Telegram's order.</summary>
    public IReadOnlyList<MarkupEntity> Sorted()
    {
        for (var i = 0; i < entities.Count; i++)
        {
            if (entities[i].Kind == MarkupEntityKind.Code)
            {
                // A language counts only where pre and code enclose the same text.
                entities[i] = entities[i] with { Argument = "" };
            }
        }

        return entities.Count < 2 ? entities : MarkupEntity.Sort(entities);
    }

    /// <summary>Takes in a tag whose content is complete.</summary>
    /// <returns>Why Telegram refuses it, or null.</returns>
    public MarkupFault? Close(OpenTag tag)
    {
        var length = text.Length - tag.Offset;
        if (length == 0)
        {
            if (tag.Name is "a" or "tg-emoji" or "tg-time")
            {
                Lose(tag, $"Telegram drops a <{tag.Name}> without text. Put the text that readers see between the tags.");
            }

            return null;
        }

        switch (tag.Name)
        {
            case "b" or "strong":
                Add(MarkupEntityKind.Bold, tag, length);
                break;
            case "i" or "em":
                Add(MarkupEntityKind.Italic, tag, length);
                break;
            case "u" or "ins":
                Add(MarkupEntityKind.Underline, tag, length);
                break;
            case "s" or "strike" or "del":
                Add(MarkupEntityKind.Strikethrough, tag, length);
                break;
            case "tg-spoiler" or "span":
                Add(MarkupEntityKind.Spoiler, tag, length);
                break;
            case "blockquote":
                Add(tag.Argument.Length > 0 ? MarkupEntityKind.ExpandableBlockquote : MarkupEntityKind.Blockquote, tag, length);
                break;
            case "pre":
                AddPre(tag, length);
                break;
            case "code":
                AddCode(tag, length);
                break;
            case "a":
                AddLink(tag, length);
                break;
            case "tg-emoji":
                return AddEmoji(tag, length);
            default:
                return AddTime(tag, length);
        }

        return null;
    }

    private void AddPre(OpenTag tag, int length)
    {
        if (LastCovers(tag, length, MarkupEntityKind.Code) && entities[^1].Argument.Length > 0)
        {
            entities[^1] = entities[^1] with { Kind = MarkupEntityKind.PreWithLanguage };
        }
        else
        {
            Add(MarkupEntityKind.Pre, tag, length);
        }
    }

    private void AddCode(OpenTag tag, int length)
    {
        if (LastCovers(tag, length, MarkupEntityKind.Pre) && tag.Argument.Length > 0)
        {
            entities[^1] = entities[^1] with { Kind = MarkupEntityKind.PreWithLanguage, Argument = tag.Argument };
        }
        else
        {
            Add(MarkupEntityKind.Code, tag, length, tag.Argument);
        }
    }

    private void AddLink(OpenTag tag, int length)
    {
        var url = tag.Argument.Length > 0 ? tag.Argument : text.ToString(tag.Offset, length);
        if (TelegramUrl.UserId(url) is { } userId)
        {
            Add(MarkupEntityKind.Mention, tag, length, userId.ToString(CultureInfo.InvariantCulture));
            return;
        }

        var normalized = TelegramUrl.Normalize(url);
        if (normalized is not null)
        {
            Add(MarkupEntityKind.Link, tag, length, normalized);
        }

        if (url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
        {
            Lose(tag, "Telegram has no links to e-mail addresses. Write the address as text; readers can tap it.");
        }
        else if (normalized is null)
        {
            Lose(tag, tag.Argument.Length == 0
                ? "Telegram drops a link without an address. Write <a href=\"https://…\">."
                : "Telegram drops a link whose address is not one of the web (https://…, http://…) or of its apps (tg://…). Write the whole address, beginning with https://.");
        }
    }

    private MarkupFault? AddEmoji(OpenTag tag, int length)
    {
        if (!long.TryParse(tag.Argument, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id) || id == 0
            || !tag.Argument.Equals(id.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))
        {
            return new MarkupFault(tag.Position, "Invalid custom emoji identifier specified", tag.Name);
        }

        Add(MarkupEntityKind.CustomEmoji, tag, length, tag.Argument);
        return null;
    }

    private MarkupFault? AddTime(OpenTag tag, int length)
    {
        if (tag.Argument is not ("r" or "R") && tag.Argument.AsSpan().ContainsAnyExcept(TimeFormats))
        {
            return new MarkupFault(tag.Position, "Invalid date format used", tag.Name);
        }

        var digits = tag.Unix.AsSpan();
        var end = digits.IndexOfAnyExceptInRange('0', '9');
        if (int.TryParse(end < 0 ? digits : digits[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var unix) && unix > 0)
        {
            entities.Add(new MarkupEntity(MarkupEntityKind.Time, tag.Offset, length, unix.ToString(CultureInfo.InvariantCulture), tag.Argument));
        }
        else
        {
            Lose(tag, "Telegram drops a time without its moment. Write <tg-time unix=\"…\"> with the seconds since 1970.");
        }

        return null;
    }

    private bool LastCovers(OpenTag tag, int length, MarkupEntityKind kind) =>
        entities is [.., var last] && last.Kind == kind && last.Offset == tag.Offset && last.Length == length;

    private void Add(MarkupEntityKind kind, OpenTag tag, int length, string argument = "") =>
        entities.Add(new MarkupEntity(kind, tag.Offset, length, argument));

    private void Lose(OpenTag tag, string message) => Loss ??= new MarkupFault(tag.Position, message, tag.Name);
}
