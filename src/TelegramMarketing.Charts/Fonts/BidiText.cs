using System.Globalization;

namespace TelegramMarketing.Charts.Fonts;

/// <summary>
/// Puts text of both directions into the order in which it is seen: Unicode's bidirectional algorithm (UAX #9) for one line without explicit marks,
/// which is what labels are. Hebrew letters count as Arabic ones, which differ in how signs stand beside numbers.
/// </summary>
internal static class BidiText
{
    /// <summary>The direction of the first letter; <see langword="null"/> where there is none.</summary>
    public static bool? IsRightToLeft(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            switch (BidiClasses.Of(rune))
            {
                case BidiClass.Left: return false;
                case BidiClass.Right: return true;
                default: continue;
            }
        }

        return null;
    }

    /// <summary>Pieces of one direction, in the order in which they are seen from the left.</summary>
    public static IReadOnlyList<(string Text, bool IsRightToLeft)> InVisualOrder(string text, bool isRightToLeft)
    {
        var graphemes = Graphemes(text);
        if (graphemes.Count == 0)
        {
            return [];
        }

        var levels = Levels(graphemes, isRightToLeft);
        var pieces = new List<(string Text, int Level)>();
        for (var index = 0; index < graphemes.Count; index++)
        {
            if (index > 0 && levels[index] == levels[index - 1])
            {
                pieces[^1] = (pieces[^1].Text + graphemes[index], levels[index]);
            }
            else
            {
                pieces.Add((graphemes[index], levels[index]));
            }
        }

        Reorder(pieces);
        return [.. pieces.Select(piece => (piece.Text, piece.Level % 2 == 1))];
    }

    /// <summary>The characters as a reader sees them.</summary>
    public static IReadOnlyList<string> Graphemes(string text)
    {
        var graphemes = new List<string>();
        var enumerator = StringInfo.GetTextElementEnumerator(text);
        while (enumerator.MoveNext())
        {
            graphemes.Add(enumerator.GetTextElement());
        }

        return graphemes;
    }

    private static int[] Levels(IReadOnlyList<string> graphemes, bool isRightToLeft)
    {
        BidiClass[] classes = [.. graphemes.Select(grapheme => BidiClasses.Of(grapheme.EnumerateRunes().First()))];
        var start = isRightToLeft ? BidiClass.Right : BidiClass.Left;
        ResolveNumbers(classes, start);
        ResolveBrackets(graphemes, classes, start);
        ResolveNeutrals(classes, start);
        return Array.ConvertAll(classes, @class => (@class, isRightToLeft) switch
        {
            (BidiClass.Left, false) => 0,
            (BidiClass.Right, _) => 1,
            _ => 2,
        });
    }

    // Rules W1 to W7.
    private static void ResolveNumbers(BidiClass[] classes, BidiClass start)
    {
        var strong = BidiClass.Neutral;
        for (var index = 0; index < classes.Length; index++)
        {
            var previous = index == 0 ? start : classes[index - 1];
            classes[index] = classes[index] switch
            {
                BidiClass.Mark => previous,
                BidiClass.Separator when IsBetween(index, BidiClass.Digit) || IsBetween(index, BidiClass.ArabicDigit) => previous,
                BidiClass.Sign when IsBetween(index, BidiClass.Digit) => previous,
                BidiClass.Digit when strong == BidiClass.Right => BidiClass.ArabicDigit,
                var same => same,
            };
            strong = classes[index] is BidiClass.Left or BidiClass.Right ? classes[index] : strong;
        }

        for (var index = 0; index < classes.Length; index++)
        {
            if (classes[index] == BidiClass.Terminator)
            {
                var end = index;
                while (end < classes.Length && classes[end] == BidiClass.Terminator)
                {
                    end++;
                }

                var besideNumber = (index > 0 && classes[index - 1] == BidiClass.Digit) || (end < classes.Length && classes[end] == BidiClass.Digit);
                Array.Fill(classes, besideNumber ? BidiClass.Digit : BidiClass.Neutral, index, end - index);
            }
        }

        strong = start;
        for (var index = 0; index < classes.Length; index++)
        {
            strong = classes[index] is BidiClass.Left or BidiClass.Right ? classes[index] : strong;
            classes[index] = classes[index] switch
            {
                BidiClass.Separator or BidiClass.Sign => BidiClass.Neutral,
                BidiClass.Digit when strong == BidiClass.Left => BidiClass.Left,
                var same => same,
            };
        }

        // What follows has its class as it was read: an Arabic number after Arabic letters, where only commas and points hold numbers together.
        bool IsBetween(int index, BidiClass number) => index > 0 && index + 1 < classes.Length && classes[index - 1] == number
            && (classes[index + 1] == number || (classes[index + 1] == BidiClass.Digit && strong == BidiClass.Right && number == BidiClass.ArabicDigit));
    }

    // Rule N0: a pair of brackets has one direction.
    private static void ResolveBrackets(IReadOnlyList<string> graphemes, BidiClass[] classes, BidiClass start)
    {
        var open = new Stack<int>();
        for (var index = 0; index < classes.Length; index++)
        {
            if (graphemes[index] is "(" or "[" or "{")
            {
                open.Push(index);
            }
            else if (graphemes[index] is ")" or "]" or "}" && open.TryPop(out var first))
            {
                var inside = classes[(first + 1)..index].Where(IsStrong).Select(Side).ToList();
                if (inside.Count > 0)
                {
                    var before = classes[..first].Where(IsStrong).Select(Side).LastOrDefault(start);
                    classes[first] = classes[index] = inside.Contains(start) ? start : before;
                }
            }
        }

        static bool IsStrong(BidiClass @class) => @class is BidiClass.Left or BidiClass.Right or BidiClass.Digit or BidiClass.ArabicDigit;
    }

    // Rules N1 and N2.
    private static void ResolveNeutrals(BidiClass[] classes, BidiClass start)
    {
        for (var index = 0; index < classes.Length; index++)
        {
            if (classes[index] != BidiClass.Neutral)
            {
                continue;
            }

            var end = index;
            while (end < classes.Length && classes[end] == BidiClass.Neutral)
            {
                end++;
            }

            var before = index == 0 ? start : Side(classes[index - 1]);
            var after = end == classes.Length ? start : Side(classes[end]);
            Array.Fill(classes, before == after ? before : start, index, end - index);
        }
    }

    // Beside neutrals and in brackets numbers count as right to left: those in text that is read from the left have its class already.
    private static BidiClass Side(BidiClass @class) => @class == BidiClass.Left ? BidiClass.Left : BidiClass.Right;

    // Rule L2.
    private static void Reorder(List<(string Text, int Level)> pieces)
    {
        for (var level = pieces.Max(piece => piece.Level); level >= 1; level--)
        {
            for (var index = 0; index < pieces.Count; index++)
            {
                var end = index;
                while (end < pieces.Count && pieces[end].Level >= level)
                {
                    end++;
                }

                pieces.Reverse(index, end - index);
                index = Math.Max(index, end - 1);
            }
        }
    }
}
