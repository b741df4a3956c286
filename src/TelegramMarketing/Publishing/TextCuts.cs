using System.Globalization;

namespace TelegramMarketing.Publishing;

/// <summary>Finds the best place to cut a text.</summary>
internal sealed class TextCuts(ParsedMarkup parsed)
{
    // Enough to see that a cluster goes on; a longer one is cut, as it cannot be a real one.
    private const int Lookahead = 64;

    private readonly string text = parsed.Text;
    private readonly MarkupEntity[] indivisible = [.. parsed.Entities.Where(e => e.Kind is MarkupEntityKind.CustomEmoji or MarkupEntityKind.Time)];
    private readonly MarkupEntity[] code = [.. parsed.Entities.Where(e => e.Kind is MarkupEntityKind.Pre or MarkupEntityKind.PreWithLanguage)];

    /// <summary>Whether a place lies within a block of code.</summary>
    public bool IsCode(int index) => Containing(code, index, index) is not null;

    /// <summary>The best place in a window that does not reach to the end of the text.</summary>
    /// <returns>More than start, at most limit.</returns>
    public int Best(int start, int limit)
    {
        var least = start + ((limit - start) / 4);
        var line = -1;
        var sentence = -1;
        var word = -1;
        for (var i = limit; i > start; i--)
        {
            if (!IsBreakableSpace(i))
            {
                sentence = sentence < 0 && IsEndOfFullWidthSentence(i) ? i : sentence;
                continue;
            }

            if (i > least && IsParagraph(i))
            {
                return i;
            }

            line = line < 0 && text[i] == '\n' ? i : line;
            sentence = sentence < 0 && IsEndOfSentence(i) ? i : sentence;
            word = word < 0 ? i : word;
        }

        return line > least ? line
            : sentence > least ? sentence
            : word > start ? word
            : Cluster(start, limit);
    }

    private static MarkupEntity? Containing(MarkupEntity[] entities, int first, int last)
    {
        var low = 0;
        var high = entities.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (entities[middle].Offset <= first)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low > 0 && entities[low - 1].End > last ? entities[low - 1] : null;
    }

    private bool IsInside(int index) => index > 0 && Containing(indivisible, index - 1, index) is not null;

    private bool IsBreakableSpace(int index)
    {
        if (index >= text.Length || !char.IsWhiteSpace(text[index]) || text[index] is '\u00A0' or '\u2007' or '\u202F' || IsInside(index))
        {
            return false;
        }

        return !Continues(index + 1);
    }

    // A mark belongs to the character before it, be it white space or a full stop.
    private bool Continues(int index) => index < text.Length
        && (text[index] == '\u200D' || char.GetUnicodeCategory(text[index]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark);

    private bool IsParagraph(int index)
    {
        if (text[index] != '\n')
        {
            return false;
        }

        var next = index + 1;
        while (next < text.Length && next - index < Lookahead && text[next] is ' ' or '\t')
        {
            next++;
        }

        return next < text.Length && text[next] == '\n';
    }

    private bool IsEndOfSentence(int index)
    {
        var last = index - 1;
        while (last > 0 && index - last < 8 && text[last] is ')' or ']' or '"' or '\'' or '»' or '”' or '’' or '“')
        {
            last--;
        }

        return last >= 0 && text[last] is '.' or '!' or '?' or '…' or '؟' or '۔' or '।' or '。' or '！' or '？';
    }

    // Scripts without spaces between words.
    private bool IsEndOfFullWidthSentence(int index) => text[index - 1] is '。' or '！' or '？' && !IsInside(index) && !Continues(index)
        && (index >= text.Length || text[index] is not ('」' or '』' or '）' or '”' or '。' or '！' or '？'));

    private int Cluster(int start, int limit)
    {
        var cut = start;
        var end = Math.Min(text.Length, limit + Lookahead);
        while (cut < limit)
        {
            var next = cut + StringInfo.GetNextTextElementLength(text.AsSpan(cut, end - cut));
            if (next > limit)
            {
                break;
            }

            cut = next;
        }

        if (cut > start && Containing(indivisible, cut - 1, cut) is { } whole && whole.Offset > start)
        {
            return whole.Offset;
        }

        return cut > start ? cut : limit;
    }
}
