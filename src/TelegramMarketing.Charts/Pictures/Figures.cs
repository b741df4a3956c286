using System.Globalization;
using TelegramMarketing.Charts.Words;
using TelegramMarketing.Statistics;

namespace TelegramMarketing.Charts.Pictures;

/// <summary>Figures as the reader of a language writes them.</summary>
internal sealed class Figures
{
    private readonly Wording _words;
    private readonly ReportWords _common;

    public Figures(CultureInfo? culture)
    {
        _words = Wording.For(culture);
        _common = ReportWords.For(culture);
        Culture = Consistent(Gregorian(culture ?? CultureInfo.InvariantCulture));
    }

    /// <summary>How numbers and dates are written.</summary>
    public CultureInfo Culture { get; }

    public string Number(double number) => number.ToString("N0", Culture);

    public string Share(double share) => share.ToString("P1", Culture);

    public string Posts(long number) => _words.Posts.Of(number, Culture);

    public string NotDrawn(long number) => _words.NotDrawn.Of(number, Culture);

    /// <summary>The number as it was read, or from where to where it is.</summary>
    public string Count(Count count) => count.IsExact ? Number(count.Value) : Range(Number(count.Low), Number(count.High));

    /// <summary>The number as a label has room for it.</summary>
    public string ShortCount(Count count) => count.IsExact ? Number(count.Value) : $"~{Number(count.Value)}";

    public string Ratio(ViewEffect effect) => $"×{Factor(effect.Ratio, new EffectText(Culture, effect).Ratio)}";

    public string RoundRatio(double ratio) => $"×{ratio.ToString("0.##", Culture)}";

    public string Interval(ViewEffect effect)
    {
        var text = new EffectText(Culture, effect);
        return Range(Factor(effect.Low, text.Low), Factor(effect.High, text.High));
    }

    public string Age(TimeSpan age) => age < TimeSpan.FromHours(48)
        ? string.Format(Culture, _words.Hours, age.TotalHours.ToString("0.#", Culture))
        : string.Format(Culture, _words.Days, age.TotalDays.ToString("0.#", Culture));

    public string Day(DateTime day) => day.ToString("d MMM", Culture);

    public string Month(DateTime day) => day.ToString("MMM yyyy", Culture);

    public string Date(DateTimeOffset time) => time.ToString("d MMM yyyy", Culture);

    public string ShortWeekday(DayOfWeek day) => Culture.DateTimeFormat.GetAbbreviatedDayName(day);

    public string Weekday(DayOfWeek day) => Culture.DateTimeFormat.GetDayName(day);

    private string Range(string low, string high) => string.Format(Culture, _common.Range, low, high);

    // What is beyond these is not known any better.
    private string Factor(double ratio, string text) => ratio switch
    {
        > 1000 => $">{Number(1000)}",
        < 0.01 => $"<{0.01.ToString("0.00", Culture)}",
        _ => text,
    };

    // .NET writes Latin digits for Arabic cultures, but the separators of Arabic ones, which nobody reads together.
    private static CultureInfo Consistent(CultureInfo culture)
    {
        if (culture.NumberFormat.NumberDecimalSeparator != "\u066B")
        {
            return culture;
        }

        var copy = (CultureInfo)culture.Clone();
        (copy.NumberFormat.NumberDecimalSeparator, copy.NumberFormat.NumberGroupSeparator) = (".", ",");
        (copy.NumberFormat.PercentDecimalSeparator, copy.NumberFormat.PercentGroupSeparator, copy.NumberFormat.PercentSymbol) = (".", ",", "%");
        return copy;
    }

    // Where another calendar is usual, posts still have the dates that Telegram shows.
    private static CultureInfo Gregorian(CultureInfo culture)
    {
        if (culture.Calendar is GregorianCalendar || culture.OptionalCalendars.OfType<GregorianCalendar>().FirstOrDefault() is not { } calendar)
        {
            return culture;
        }

        var copy = (CultureInfo)culture.Clone();
        copy.DateTimeFormat.Calendar = calendar;
        return copy;
    }
}
