using TelegramMarketing.Charts.Drawing;

namespace TelegramMarketing.Charts.Pictures;

/// <summary>How views grow with age: a line a kind, over age on a logarithmic axis.</summary>
internal static class GrowthPicture
{
    private const int MostLines = 6;
    private const double Top = 76;

    private static readonly TimeSpan[] _ages =
    [
        TimeSpan.FromHours(1), TimeSpan.FromHours(3), TimeSpan.FromHours(6), TimeSpan.FromHours(12), TimeSpan.FromHours(24), TimeSpan.FromDays(2), TimeSpan.FromDays(4),
        TimeSpan.FromDays(7), TimeSpan.FromDays(14), TimeSpan.FromDays(30), TimeSpan.FromDays(90), TimeSpan.FromDays(365),
    ];

    public static ReportChart Draw(EditorialReport report, ChartOptions options)
    {
        using var sheet = new Sheet(options, static words => words.GrowthTitle);
        var curves = report.Growth.Where(curve => curve.Points.Any(point => point.Age > TimeSpan.Zero)).OrderByDescending(MostPosts).ToList();
        if (curves.Count == 0)
        {
            return sheet.Empty(sheet.Words.NoGrowth);
        }

        // Those with most posts are drawn, in the report's order.
        var lines = report.Growth.Where(curves.Take(MostLines).Contains).ToList();
        var top = Top + sheet.Note(curves.Count > lines.Count ? $"{sheet.Words.GrowthNote}; {sheet.Figures.NotDrawn(curves.Count - lines.Count)}" : sheet.Words.GrowthNote);
        var height = sheet.Height(380);
        var frame = Frame.For(sheet, lines, top, height - 44);
        frame.Draw(sheet);
        sheet.Ticks(AgesOf(lines).Where(frame.Holds).Select(age => (frame.X(age), sheet.Figures.Age(age))), height - 22);
        for (var index = 0; index < lines.Count; index++)
        {
            Line(sheet, frame, lines[index], index);
        }

        EndLabels(sheet, frame, lines);
        return sheet.Finish(height, string.Join("; ", lines.Select(line => Describe(sheet, line))));
    }

    // The ages at which views were read, where they are few; else round ones.
    private static IEnumerable<TimeSpan> AgesOf(IEnumerable<AgeCurve> lines)
    {
        var ages = lines.SelectMany(PointsOf).Select(point => point.Age).Distinct().Order().ToList();
        return ages.Count <= _ages.Length ? ages : _ages;
    }

    private static int MostPosts(AgeCurve curve) => curve.Points.Max(point => point.Posts);

    private static IEnumerable<AgePoint> PointsOf(AgeCurve curve) => curve.Points.Where(point => point.Age > TimeSpan.Zero).OrderBy(point => point.Age);

    private static void Line(Sheet sheet, Frame frame, AgeCurve curve, int index)
    {
        var ink = Palette.Series(index);
        var points = PointsOf(curve).ToList();
        if (points.Count > 1)
        {
            sheet.Add(new Stroke([.. points.Select(point => (frame.X(point.Age), frame.Y(point.MedianViews.Value)))], ink, 2));
        }

        foreach (var point in points)
        {
            var (x, low, high) = (frame.X(point.Age), frame.Y(point.MedianViews.Low), frame.Y(point.MedianViews.High));
            if (low - high > 10)
            {
                sheet.Line(x, low, x, high, ink, 1.5);
            }

            var hint = $"{sheet.NameOf(curve.Kind)}, {sheet.Figures.Age(point.Age)}: {sheet.Figures.Count(point.MedianViews)}, {sheet.Figures.Posts(point.Posts)}";
            sheet.Add(new Dot(x, frame.Y(point.MedianViews.Value), 4, ink, (DotShape)(index % MostLines), hint));
        }
    }

    // Names stand at the ends of their lines, moved apart where they would touch, each with its marker.
    private static void EndLabels(Sheet sheet, Frame frame, IReadOnlyList<AgeCurve> lines)
    {
        const double Distance = 32;
        var labels = lines.Select((line, index) => (Line: line, Index: index, Y: frame.Y(PointsOf(line).Last().MedianViews.Value))).OrderBy(label => label.Y).ToList();
        var positions = labels.ConvertAll(label => label.Y);
        for (var index = 1; index < positions.Count; index++)
        {
            positions[index] = Math.Max(positions[index], positions[index - 1] + Distance);
        }

        var floor = frame.Bottom - 8;
        for (var index = positions.Count - 1; index >= 0; index--)
        {
            positions[index] = Math.Min(positions[index], floor);
            floor = positions[index] - Distance;
        }

        foreach (var ((line, index, _), y) in labels.Zip(positions))
        {
            var room = sheet.Width - Sheet.Margin - frame.Right - 30;
            sheet.Add(new Dot(frame.Right + 20, y - 4, 4, Palette.Series(index), (DotShape)(index % MostLines)));
            sheet.Add(new Label(frame.Right + 30, y, sheet.Fit(sheet.NameOf(line.Kind), Sheet.Small, room, isBold: true), Sheet.Small, Ink.Text, IsBold: true));
            sheet.Add(new Label(frame.Right + 30, y + 14, sheet.Fit(sheet.Figures.Posts(MostPosts(line)), Sheet.Small, room), Sheet.Small, Ink.Muted));
        }
    }

    private static string Describe(Sheet sheet, AgeCurve curve) =>
        $"{sheet.NameOf(curve.Kind)}: {string.Join(", ", PointsOf(curve).Select(point => $"{sheet.Figures.Age(point.Age)} {sheet.Figures.Count(point.MedianViews)}"))}";

    /// <summary>The room for the lines, and its axes.</summary>
    private sealed record Frame(Scale Ages, Scale Views, IReadOnlyList<double> Ticks, double Left, double Right, double Bottom)
    {
        public static Frame For(Sheet sheet, IReadOnlyList<AgeCurve> lines, double top, double bottom)
        {
            var points = lines.SelectMany(PointsOf).ToList();
            var most = Math.Max(1, points.Max(point => point.MedianViews.High));
            var ticks = Scale.Ticks(0, most, 5);
            if (ticks[^1] < most)
            {
                ticks = [.. ticks, ticks[^1] + (ticks.Count > 1 ? ticks[1] : most)];
            }

            var left = Sheet.Margin + ticks.Max(tick => sheet.Measure(sheet.Figures.Number(tick), Sheet.Small)) + 8;
            var names = lines.Max(line => Math.Max(sheet.Measure(sheet.NameOf(line.Kind), Sheet.Small, isBold: true), sheet.Measure(sheet.Figures.Posts(MostPosts(line)), Sheet.Small)));
            var right = sheet.Width - Sheet.Margin - 30 - Math.Clamp(names, 40, 0.26 * sheet.Width);
            var (youngest, oldest) = (points.Min(point => point.Age.TotalHours), points.Max(point => point.Age.TotalHours));
            var ages = youngest < oldest
                ? new Scale(youngest, oldest, left + 14, right - 6, IsLogarithmic: true)
                : new Scale(youngest / 2, youngest * 2, left + 14, right - 6, IsLogarithmic: true);
            return new(ages, new Scale(0, ticks[^1], bottom, top), ticks, left, right, bottom);
        }

        public double X(TimeSpan age) => Ages.At(age.TotalHours);

        public double Y(double views) => Views.At(views);

        public bool Holds(TimeSpan age) => age.TotalHours >= Ages.Low * 0.999 && age.TotalHours <= Ages.High * 1.001;

        public void Draw(Sheet sheet)
        {
            foreach (var tick in Ticks)
            {
                sheet.Line(Left, Y(tick), Right, Y(tick), tick == 0 ? Ink.Axis : Ink.Grid);
                sheet.Add(new Label(Left - 8, Y(tick) + 4, sheet.Figures.Number(tick), Sheet.Small, Ink.Muted, Anchor.End));
            }
        }
    }
}
