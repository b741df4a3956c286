using System.Text;

namespace TelegramMarketing.Publishing;

/// <summary>Cuts a text into parts that one message each can hold.</summary>
internal sealed class PostTextSplitter(ParsedMarkup parsed, int maxLength)
{
    /// <summary>What Telegram takes as one text before it is parsed, in UTF-8.</summary>
    public const int MaxMarkupBytes = 1 << 15;

    private readonly string text = parsed.Text;
    private readonly TextCuts cuts = new(parsed);
    private readonly List<MarkupEntity> active = [];
    private int nextEntity;

    public IReadOnlyList<PostText> Split()
    {
        var parts = new List<PostText>();
        var start = SkipWhiteSpace(0);
        var left = PostTextCleaning.CountCodePoints(text.AsSpan(start).TrimEnd());
        while (left > 0)
        {
            var (part, end) = Cut(start, left);
            if (!part.IsEmpty)
            {
                parts.Add(part);
            }

            var next = SkipWhiteSpace(end);
            left -= PostTextCleaning.CountCodePoints(text.AsSpan(start, next - start));
            start = next;
        }

        return parts.Count > 0 ? parts : [PostText.Empty];
    }

    private (PostText Part, int End) Cut(int start, int left)
    {
        var budget = left <= maxLength ? left : Math.Min(maxLength, Math.Max(left - (maxLength / 8), 1));
        while (true)
        {
            var limit = Advance(start, budget);
            var end = budget >= left ? limit : cuts.Best(start, limit);
            var trimmed = start + text.AsSpan(start, end - start).TrimEnd().Length;
            var (markup, inner) = Render(start, trimmed > start ? trimmed : end);
            var bytes = Encoding.UTF8.GetByteCount(markup);
            if (bytes <= MaxMarkupBytes)
            {
                return (PostText.FromParsed(markup, inner), end);
            }

            if (budget == 1)
            {
                throw MarkupAdvice.Exception(text, new MarkupFault(start, "The tags around one character take more than the 32768 bytes that Telegram accepts. Shorten the addresses of links, or nest fewer tags."), isOfTelegram: false);
            }

            budget = Math.Max(1, Math.Min(budget / 2, (int)((long)budget * MaxMarkupBytes / bytes)));
        }
    }

    private (string Markup, ParsedMarkup Parsed) Render(int start, int end)
    {
        Activate(start, end);
        var touching = active.FindAll(e => e.Offset < end);
        var clipped = touching.ConvertAll(e => Clip(e, start, end));
        return (MarkupRenderer.Render(text, start, end, touching), new ParsedMarkup { Text = text[start..end], Entities = MarkupEntity.Sort(clipped) });
    }

    private static MarkupEntity Clip(MarkupEntity entity, int start, int end)
    {
        var from = Math.Max(start, entity.Offset);
        return entity with { Offset = from - start, Length = Math.Min(end, entity.End) - from };
    }

    private void Activate(int start, int end)
    {
        active.RemoveAll(e => e.End <= start);
        while (nextEntity < parsed.Entities.Count && parsed.Entities[nextEntity].Offset < end)
        {
            if (parsed.Entities[nextEntity].End > start)
            {
                active.Add(parsed.Entities[nextEntity]);
            }

            nextEntity++;
        }
    }

    private int Advance(int start, int codePoints)
    {
        var end = start;
        while (codePoints-- > 0 && end < text.Length)
        {
            end += char.IsHighSurrogate(text[end]) ? 2 : 1;
        }

        return end;
    }

    // The indentation of a line of code is part of it.
    private int SkipWhiteSpace(int index)
    {
        var start = index;
        while (index < text.Length && char.IsWhiteSpace(text[index]))
        {
            index++;
        }

        if (index < text.Length && cuts.IsCode(index))
        {
            var line = text.LastIndexOf('\n', index, index - start + 1);
            return line < start ? start : line + 1;
        }

        return index;
    }
}
