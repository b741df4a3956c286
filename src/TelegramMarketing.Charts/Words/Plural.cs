namespace TelegramMarketing.Charts.Words;

/// <summary>A text with a number, in the forms that a language has for it.</summary>
/// <param name="FormOf">Which form a number takes.</param>
/// <param name="Forms">The forms, with the number as <c>{0}</c>.</param>
internal sealed record Plural(Func<long, int> FormOf, params string[] Forms)
{
    /// <summary>One, and all others: English, Italian, Spanish.</summary>
    public static Plural OneAndOther(string one, string other) => new(static number => number == 1 ? 0 : 1, one, other);

    /// <summary>1, 21, 31 …; 2 to 4, 22 to 24 …; all others.</summary>
    public static Plural Russian(string one, string few, string many) => new(
        static number => (number % 10, number % 100) switch
        {
            (1, not 11) => 0,
            ( >= 2 and <= 4, < 12 or > 14) => 1,
            _ => 2,
        },
        one,
        few,
        many);

    /// <summary>None; one; two; 3 to 10, 103 to 110 …; 11 to 99, 111 to 199 …; hundreds.</summary>
    public static Plural Arabic(string zero, string one, string two, string few, string many, string other) => new(
        static number => (number, number % 100) switch
        {
            (0, _) => 0,
            (1, _) => 1,
            (2, _) => 2,
            (_, >= 3 and <= 10) => 3,
            (_, >= 11) => 4,
            _ => 5,
        },
        zero,
        one,
        two,
        few,
        many,
        other);

    public string Of(long number, IFormatProvider format) => string.Format(format, Forms[FormOf(number)], number.ToString("N0", format));
}
