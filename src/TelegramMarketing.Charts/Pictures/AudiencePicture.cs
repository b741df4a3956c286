using TelegramMarketing.Charts.Drawing;

namespace TelegramMarketing.Charts.Pictures;

/// <summary>The audience over the period.</summary>
internal static class AudiencePicture
{
    private const double Top = 60;

    public static ReportChart Draw(EditorialReport report, ChartOptions options)
    {
        using var sheet = new Sheet(options, static words => words.AudienceTitle);
        var points = report.Audience.OrderBy(point => point.At).ToList();
        if (points.Count == 0)
        {
            return sheet.Empty(sheet.Words.NoAudience);
        }

        var height = sheet.Height(300);
        var bottom = height - 44;
        var (low, high) = (points.Min(point => (double)point.Subscribers.Low), points.Max(point => (double)point.Subscribers.High));
        var room = Math.Max(1, 0.15 * (high - low));
        var views = new Scale(Math.Max(0, low - room), high + room, bottom, Top + 8);
        var ticks = Scale.Ticks(views.Low, views.High, 4);
        var left = Sheet.Margin + ticks.Max(tick => sheet.Measure(sheet.Figures.Number(tick), Sheet.Small)) + 8;
        var last = sheet.Figures.ShortCount(points[^1].Subscribers);
        var right = sheet.Width - Sheet.Margin - sheet.Measure(last, Sheet.Small, isBold: true) - 10;
        foreach (var tick in ticks)
        {
            sheet.Line(left, views.At(tick), right, views.At(tick), Ink.Grid);
            sheet.Add(new Label(left - 8, views.At(tick) + 4, sheet.Figures.Number(tick), Sheet.Small, Ink.Muted, Anchor.End));
        }

        var times = new Scale(points[0].At.UtcTicks, points[^1].At.UtcTicks, left + 10, right - 6);
        sheet.Line(left, bottom, right, bottom, Ink.Axis);
        sheet.Ticks(DateTicks.Between(points[0].At, points[^1].At, report.TimeZone, sheet.Figures).Select(tick => (times.At(tick.At.UtcTicks), tick.Text)), height - 22);
        Line(sheet, points, times, views);
        var end = points[^1];
        sheet.Add(new Label(Math.Min(times.At(end.At.UtcTicks) + 10, right + 4), views.At(end.Subscribers.Value) + 4, last, Sheet.Small, Ink.Text, IsBold: true));
        return sheet.Finish(height, string.Join("; ", new[] { points[0], points[^1] }.Distinct().Select(point => $"{sheet.Figures.Date(point.At)}: {sheet.Figures.Count(point.Subscribers)}")));
    }

    private static void Line(Sheet sheet, List<AudiencePoint> points, Scale times, Scale views)
    {
        double X(AudiencePoint point) => times.At(point.At.UtcTicks);
        if (points.Exists(point => !point.Subscribers.IsExact) && points.Count > 1)
        {
            sheet.Add(new Area([.. points.Select(point => (X(point), views.At(point.Subscribers.High))), .. points.AsEnumerable().Reverse().Select(point => (X(point), views.At(point.Subscribers.Low)))], Ink.Series0, 0.2));
        }

        if (points.Count > 1)
        {
            sheet.Add(new Stroke([.. points.Select(point => (X(point), views.At(point.Subscribers.Value)))], Ink.Series0, 2));
        }

        // Each sample where there are few: a line between far ones is a guess.
        foreach (var point in points.Count <= 40 ? points : [points[0], points[^1]])
        {
            sheet.Add(new Dot(X(point), views.At(point.Subscribers.Value), points.Count <= 40 ? 3 : 4, Ink.Series0, Hint: $"{sheet.Figures.Date(point.At)}: {sheet.Figures.Count(point.Subscribers)}"));
        }
    }
}
