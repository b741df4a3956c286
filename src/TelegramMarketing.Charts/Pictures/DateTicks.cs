namespace TelegramMarketing.Charts.Pictures;

/// <summary>Round dates for an axis of time.</summary>
internal static class DateTicks
{
    private const int About = 7;

    public static IEnumerable<(DateTimeOffset At, string Text)> Between(DateTimeOffset from, DateTimeOffset to, TimeZoneInfo zone, Figures figures)
    {
        var (first, last) = (TimeZoneInfo.ConvertTime(from, zone).DateTime, TimeZoneInfo.ConvertTime(to, zone).DateTime);
        var days = (last - first).TotalDays;
        if (days < 1)
        {
            return [(from, figures.Day(first))];
        }

        return (days > 31 * About ? Months(first, last, Step(days / 30.4 / About, 1, 3, 6, 12, 24, 60)) : Days(first, last, Step(days / About, 1, 2, 7, 14, 28)))
            .Where(day => day >= first && day <= last)
            .Select(day => (new DateTimeOffset(day, zone.GetUtcOffset(day)), days > 31 * About ? figures.Month(day) : figures.Day(day)));
    }

    private static int Step(double wanted, params int[] steps) => Array.Find(steps, step => step >= wanted) is var step and > 0 ? step : steps[^1];

    // Weeks begin on Mondays.
    private static IEnumerable<DateTime> Days(DateTime first, DateTime last, int step)
    {
        var start = step % 7 == 0 ? first.Date.AddDays(-(((int)first.DayOfWeek + 6) % 7)) : first.Date;
        for (var day = start; day <= last; day = day.AddDays(step))
        {
            yield return day;
        }
    }

    private static IEnumerable<DateTime> Months(DateTime first, DateTime last, int step)
    {
        for (var month = new DateTime(first.Year, 1, 1, 0, 0, 0, first.Kind); month <= last; month = month.AddMonths(step))
        {
            yield return month;
        }
    }
}
