using System.Globalization;
using System.Text;

namespace TelegramMarketing.PublicPages;

/// <summary>
/// Reads a counter as Telegram's pages write it: <c>844</c> and <c>11 110 268</c> are exact; <c>15K</c> has three significant digits with trailing zeros
/// dropped (telegram-facts 5.3), older pages one more.
/// </summary>
internal static class CounterText
{
    private const int SignificantDigits = 3;

    /// <summary>The count, or <see langword="null"/> for anything that is not surely a counter.</summary>
    /// <param name="text">The text.</param>
    /// <param name="mayHaveOneDecimal">The page is of the years in which one decimal was written whatever stood before it, so that <c>1.2K</c> is less exact.</param>
    public static Count? Parse(string? text, bool mayHaveOneDecimal = false)
    {
        var raw = text?.Trim() ?? "";
        if (raw.Length is 0 or > 64)
        {
            return null;
        }

        var scale = raw[^1] switch { 'K' => 1_000L, 'M' => 1_000_000L, 'B' => 1_000_000_000L, _ => 1L };
        return scale == 1 ? ParseExact(raw) : ParseAbbreviated(raw, raw.AsSpan(0, raw.Length - 1).TrimEnd(), scale, mayHaveOneDecimal);
    }

    private static Count? ParseExact(string raw)
    {
        var digits = new StringBuilder(raw.Length);
        var sinceSpace = 0;
        var grouped = false;
        foreach (var character in raw)
        {
            if (char.IsAsciiDigit(character))
            {
                digits.Append(character);
                sinceSpace++;
            }
            else if (char.GetUnicodeCategory(character) == UnicodeCategory.SpaceSeparator && sinceSpace is >= 1 and <= 3 && (!grouped || sinceSpace == 3))
            {
                grouped = true;
                sinceSpace = 0;
            }
            else
            {
                return null;
            }
        }

        if (grouped && sinceSpace != 3)
        {
            return null;
        }

        return long.TryParse(digits.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? Count.Exact(value, raw) : null;
    }

    private static Count? ParseAbbreviated(string raw, ReadOnlySpan<char> number, long scale, bool mayHaveOneDecimal)
    {
        var point = number.IndexOf('.');
        var whole = point < 0 ? number : number[..point];
        var decimals = point < 0 ? [] : number[(point + 1)..];
        if (whole.Length is < 1 or > 4 || whole[0] == '0' || decimals.Length > 2 || (point >= 0 && decimals.IsEmpty) || !AllDigits(whole) || !AllDigits(decimals))
        {
            return null;
        }

        var shown = scale;
        var value = long.Parse(whole, CultureInfo.InvariantCulture) * scale;
        foreach (var digit in decimals)
        {
            shown /= 10;
            value += (digit - '0') * shown;
        }

        // The last digit that was known: the third significant one, or a later one that is written.
        var unit = Math.Min(shown, scale * Power(whole.Length) / Power(SignificantDigits));
        if (mayHaveOneDecimal && decimals.Length < 2)
        {
            unit = Math.Max(unit, scale / 10);
        }

        // Telegram may round or cut off: both are covered. Below 1000 it writes the exact number.
        var low = Math.Max(value - (unit / 2), 1_000);
        return Count.Rounded(value, low, value + unit - 1, raw);
    }

    private static bool AllDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    private static long Power(int exponent)
    {
        var power = 1L;
        for (var i = 0; i < exponent; i++)
        {
            power *= 10;
        }

        return power;
    }
}
