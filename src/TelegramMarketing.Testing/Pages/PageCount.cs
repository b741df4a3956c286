using System.Globalization;

namespace TelegramMarketing.Testing.Pages;

/// <summary>Numbers as the public pages write them.</summary>
internal static class PageCount
{
    /// <summary>
    /// Exact below 1000; from there on three significant digits with K or M, trailing zeros dropped. What is left over is cut off (whether Telegram rounds isn't
    /// known).
    /// </summary>
    public static string Abbreviate(long count)
    {
        if (count < 1_000)
        {
            return count.ToString(CultureInfo.InvariantCulture);
        }

        var (unit, suffix) = count < 1_000_000 ? (1_000L, "K") : (1_000_000L, "M");
        var whole = count / unit;
        var decimals = whole < 10 ? 2 : whole < 100 ? 1 : 0;
        var hundredths = count % unit * 100 / unit;
        var shown = decimals == 2 ? hundredths : decimals == 1 ? hundredths / 10 * 10 : 0;
        return $"{(whole + (shown / 100m)).ToString("0.##", CultureInfo.InvariantCulture)}{suffix}";
    }

    /// <summary>Exact, in groups of three digits.</summary>
    public static string Group(long count) => count.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', ' ');

    public static string Subscribers(long count) => count == 1 ? "subscriber" : "subscribers";
}
