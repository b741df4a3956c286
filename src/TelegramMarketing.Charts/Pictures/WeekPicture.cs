using System.Globalization;
using TelegramMarketing.Charts.Drawing;

namespace TelegramMarketing.Charts.Pictures;

/// <summary>The heat map: the median views of each hour of the week, and how many posts stand behind it.</summary>
internal static class WeekPicture
{
    private const double Top = 92;

    private static readonly DayOfWeek[] _days =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    public static ReportChart Draw(EditorialReport report, ChartOptions options)
    {
        using var sheet = new Sheet(options, static words => words.WeekTitle);
        var hours = report.Week.Where(hour => hour is { Posts: > 0, Hour: >= 0 and < 24 }).OrderBy(hour => Array.IndexOf(_days, hour.Day)).ThenBy(hour => hour.Hour).ToList();
        if (hours.Count == 0)
        {
            return sheet.Empty(sheet.Words.NoWeek);
        }

        var top = Top + sheet.Note(string.Format(CultureInfo.InvariantCulture, sheet.Words.WeekNote, report.TimeZone.Id));
        var left = Sheet.Margin + _days.Max(day => sheet.Measure(sheet.Figures.ShortWeekday(day), Sheet.Small)) + 10;
        var width = (sheet.Width - Sheet.Margin - left) / 24;
        var height = Math.Max(26, (sheet.Height(0) - top - 56) / 7);
        var bottom = top + (7 * height);
        Frame(sheet, left, top, width, height);
        var (fewest, most) = (hours.Min(hour => hour.MedianViews.Value), hours.Max(hour => hour.MedianViews.Value));
        foreach (var hour in hours)
        {
            var (fill, text) = Palette.Heat(Share(hour.MedianViews.Value, fewest, most));
            var (x, y) = (left + (hour.Hour * width), top + (Array.IndexOf(_days, hour.Day) * height));
            sheet.Add(new Box(x + 1, y + 1, width - 2, height - 2, fill, 2, Hint: Describe(sheet, hour)));
            sheet.Add(new Label(x + (width / 2), y + (height / 2) + 4, sheet.Figures.Number(hour.Posts), 11, text, Anchor.Middle));
        }

        Legend(sheet, left, bottom + 18, fewest, most);
        return sheet.Finish(bottom + 56, string.Join("; ", hours.OrderByDescending(hour => hour.MedianViews.Value).Select(hour => Describe(sheet, hour))));
    }

    private static void Frame(Sheet sheet, double left, double top, double width, double height)
    {
        for (var day = 0; day < _days.Length; day++)
        {
            sheet.Add(new Label(left - 10, top + (day * height) + (height / 2) + 4, sheet.Figures.ShortWeekday(_days[day]), Sheet.Small, Ink.Text, Anchor.End));
            for (var hour = 0; hour < 24; hour++)
            {
                sheet.Add(new Box(left + (hour * width) + 1, top + (day * height) + 1, width - 2, height - 2, Ink.Grid, 2, 0.45));
            }
        }

        sheet.Ticks(Enumerable.Range(0, 8).Select(third => (left + (((third * 3) + 0.5) * width), (third * 3).ToString("00", CultureInfo.InvariantCulture))), top - 8);
    }

    private static void Legend(Sheet sheet, double left, double y, long fewest, long most)
    {
        var lowest = sheet.Figures.Number(fewest);
        if (fewest == most)
        {
            sheet.Add(new Box(left, y, 22, 14, Palette.Heat(Share(most, fewest, most)).Fill, 2));
            sheet.Add(new Label(left + 30, y + 11, lowest, Sheet.Small, Ink.Muted));
            return;
        }

        sheet.Add(new Label(left, y + 11, lowest, Sheet.Small, Ink.Muted));
        var x = left + sheet.Measure(lowest, Sheet.Small) + 8;
        for (var step = 0; step < 6; step++)
        {
            sheet.Add(new Box(x + (step * 24), y, 22, 14, Palette.Heat((step + 0.5) / 6).Fill, 2));
        }

        sheet.Add(new Label(x + (6 * 24) + 6, y + 11, sheet.Figures.Number(most), Sheet.Small, Ink.Muted));
    }

    // By ratio, as views spread; one lucky hour does not make all others pale.
    private static double Share(long views, long fewest, long most) =>
        most == fewest ? 0.5 : (Math.Log(views + 1) - Math.Log(fewest + 1)) / (Math.Log(most + 1) - Math.Log(fewest + 1));

    private static string Describe(Sheet sheet, WeekHour hour) =>
        $"{sheet.Figures.Weekday(hour.Day)} {hour.Hour:00}: {sheet.Figures.Count(hour.MedianViews)}, {sheet.Figures.Posts(hour.Posts)}";
}
