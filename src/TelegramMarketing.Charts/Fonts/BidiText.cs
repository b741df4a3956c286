using System.Globalization;
using System.Text;

namespace TelegramMarketing.Charts.Fonts;

/// <summary>
/// Puts text of both directions into the order in which it is seen: Unicode's bidirectional algorithm (UAX #9) for one line without explicit marks,
/// which is what labels are. Hebrew letters count as Arabic ones, which differ in how signs stand beside numbers.
/// </summary>
internal static class BidiText
{
    private enum Class
    {
        Left,
        Right,
        Digit,
        ArabicDigit,
        Mark,
        Separator,
        Sign,
        Terminator,
        Neutral,
    }

    /// <summary>The direction of the first letter; <see langword="null"/> where there is none.</summary>
    public static bool? IsRightToLeft(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            switch (ClassOf(rune))
            {
                case Class.Left: return false;
                case Class.Right: return true;
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
        Class[] classes = [.. graphemes.Select(grapheme => ClassOf(grapheme.EnumerateRunes().First()))];
        var start = isRightToLeft ? Class.Right : Class.Left;
        ResolveNumbers(classes, start);
        ResolveBrackets(graphemes, classes, start);
        ResolveNeutrals(classes, start);
        return Array.ConvertAll(classes, @class => (@class, isRightToLeft) switch
        {
            (Class.Left, false) => 0,
            (Class.Right, _) => 1,
            _ => 2,
        });
    }

    // Rules W1 to W7.
    private static void ResolveNumbers(Class[] classes, Class start)
    {
        var strong = Class.Neutral;
        for (var index = 0; index < classes.Length; index++)
        {
            var previous = index == 0 ? start : classes[index - 1];
            classes[index] = classes[index] switch
            {
                Class.Mark => previous,
                Class.Separator when IsBetween(index, Class.Digit) || IsBetween(index, Class.ArabicDigit) => previous,
                Class.Sign when IsBetween(index, Class.Digit) => previous,
                Class.Digit when strong == Class.Right => Class.ArabicDigit,
                var same => same,
            };
            strong = classes[index] is Class.Left or Class.Right ? classes[index] : strong;
        }

        for (var index = 0; index < classes.Length; index++)
        {
            if (classes[index] == Class.Terminator)
            {
                var end = index;
                while (end < classes.Length && classes[end] == Class.Terminator)
                {
                    end++;
                }

                var besideNumber = (index > 0 && classes[index - 1] == Class.Digit) || (end < classes.Length && classes[end] == Class.Digit);
                Array.Fill(classes, besideNumber ? Class.Digit : Class.Neutral, index, end - index);
            }
        }

        strong = start;
        for (var index = 0; index < classes.Length; index++)
        {
            strong = classes[index] is Class.Left or Class.Right ? classes[index] : strong;
            classes[index] = classes[index] switch
            {
                Class.Separator or Class.Sign => Class.Neutral,
                Class.Digit when strong == Class.Left => Class.Left,
                var same => same,
            };
        }

        // What follows has its class as it was read: an Arabic number after Arabic letters, where only commas and points hold numbers together.
        bool IsBetween(int index, Class number) => index > 0 && index + 1 < classes.Length && classes[index - 1] == number
            && (classes[index + 1] == number || (classes[index + 1] == Class.Digit && strong == Class.Right && number == Class.ArabicDigit));
    }

    // Rule N0: a pair of brackets has one direction.
    private static void ResolveBrackets(IReadOnlyList<string> graphemes, Class[] classes, Class start)
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

        static bool IsStrong(Class @class) => @class is Class.Left or Class.Right or Class.Digit or Class.ArabicDigit;
    }

    // Rules N1 and N2.
    private static void ResolveNeutrals(Class[] classes, Class start)
    {
        for (var index = 0; index < classes.Length; index++)
        {
            if (classes[index] != Class.Neutral)
            {
                continue;
            }

            var end = index;
            while (end < classes.Length && classes[end] == Class.Neutral)
            {
                end++;
            }

            var before = index == 0 ? start : Side(classes[index - 1]);
            var after = end == classes.Length ? start : Side(classes[end]);
            Array.Fill(classes, before == after ? before : start, index, end - index);
        }
    }

    // Beside neutrals and in brackets numbers count as right to left: those in text that is read from the left have its class already.
    private static Class Side(Class @class) => @class == Class.Left ? Class.Left : Class.Right;

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

    private static Class ClassOf(Rune rune) => rune.Value switch
    {
        >= '0' and <= '9' => Class.Digit,
        (>= 0x660 and <= 0x669) or 0x66B or 0x66C => Class.ArabicDigit,
        >= 0x6F0 and <= 0x6F9 => Class.Digit,
        '.' or ',' or ':' or '/' or 0xA0 or 0x202F => Class.Separator,
        '+' or '-' or 0x2212 => Class.Sign,
        '%' or '#' or '$' or '€' or '£' or '°' or 0x66A => Class.Terminator,
        0x200E => Class.Left,
        0x200F => Class.Right,
        _ => Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => Class.Mark,
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
                or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber or UnicodeCategory.SpacingCombiningMark => IsOfRightToLeftScript(rune.Value) ? Class.Right : Class.Left,
            _ => Class.Neutral,
        },
    };

    // Hebrew to Arabic Extended-A, their presentation forms, and the old scripts of the same direction.
    private static bool IsOfRightToLeftScript(int codePoint) =>
        codePoint is (>= 0x590 and <= 0x8FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFE) or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF);
}
