using TelegramMarketing.Charts.Drawing;

namespace TelegramMarketing.Charts.Pictures;

/// <summary>The median views of each kind beside its effect with the interval: one row a kind, so that both are read together.</summary>
internal static class KindsPicture
{
    private const int MostRows = 24;
    private const double Heading = 106;
    private const double Gap = 22;

    public static ReportChart Draw(EditorialReport report, ChartOptions options)
    {
        using var sheet = new Sheet(options, static words => words.KindsTitle);
        var kinds = report.Kinds.Where(kind => kind.MedianViews is not null).ToList();
        if (kinds.Count == 0)
        {
            return sheet.Empty(sheet.Words.NoKinds);
        }

        var rows = kinds.Take(MostRows).ToList();
        var top = Heading + sheet.Note(kinds.Count > rows.Count ? $"{report.DescribeBasis(options.Culture)} {sheet.Figures.NotDrawn(kinds.Count - rows.Count)}" : report.DescribeBasis(options.Culture));
        var rowHeight = Math.Max(46, (sheet.Height(0) - top - 36) / rows.Count);
        var bottom = top + (rows.Count * rowHeight);
        var columns = Columns.For(sheet, rows);
        var effects = rows.Select(kind => kind.Effect).OfType<ViewEffect>().ToList();
        var axis = EffectAxis.For(effects, columns.EffectFrom, columns.EffectTo);
        Headings(sheet, columns, top - 28, effects.Count > 0);
        if (effects.Count > 0)
        {
            axis.Draw(sheet, top, bottom);
        }

        var most = rows.Max(kind => (double)kind.MedianViews!.Value.High);
        var bars = new Scale(0, most, columns.BarsFrom, columns.BarsTo);
        for (var index = 0; index < rows.Count; index++)
        {
            var y = top + (index * rowHeight);
            sheet.Line(Sheet.Margin, y, sheet.Width - Sheet.Margin, y, Ink.Grid);
            Row(sheet, columns, bars, axis, rows[index], y + (rowHeight / 2));
        }

        sheet.Line(Sheet.Margin, bottom, sheet.Width - Sheet.Margin, bottom, Ink.Grid);
        if (effects.Count > 0)
        {
            var room = sheet.Width - (2 * Sheet.Margin);
            sheet.Add(new Label(sheet.Width - Sheet.Margin, bottom + 20, sheet.Fit(sheet.Words.EffectNote, Sheet.Small, room), Sheet.Small, Ink.Muted, Anchor.End));
        }

        return sheet.Finish(bottom + (effects.Count > 0 ? 36 : Sheet.Margin), string.Join("; ", rows.Select(kind => Describe(sheet, kind))));
    }

    private static void Headings(Sheet sheet, Columns columns, double y, bool hasEffects)
    {
        var room = hasEffects ? columns.EffectFrom - Gap - columns.BarsFrom : sheet.Width - Sheet.Margin - columns.BarsFrom;
        sheet.Add(new Label(columns.BarsFrom, y, sheet.Fit(sheet.Common.MedianViews, Sheet.Small, room, isBold: true), Sheet.Small, Ink.Text, IsBold: true));
        if (hasEffects)
        {
            room = sheet.Width - Sheet.Margin - columns.EffectFrom;
            sheet.Add(new Label(columns.EffectFrom, y, sheet.Fit(sheet.Words.Effect, Sheet.Small, room, isBold: true), Sheet.Small, Ink.Text, IsBold: true));
        }
    }

    private static void Row(Sheet sheet, Columns columns, Scale bars, EffectAxis axis, KindSummary kind, double middle)
    {
        var name = sheet.NameOf(kind.Kind);
        var median = kind.MedianViews!.Value;
        var full = $"{name}: {sheet.Figures.Count(median)}";
        sheet.Add(new Label(Sheet.Margin, middle - 2, sheet.Fit(name, Sheet.Normal, columns.Name, isBold: true), Sheet.Normal, Ink.Text, IsBold: true));
        sheet.Add(new Label(Sheet.Margin, middle + 15, sheet.Fit(sheet.Figures.Posts(kind.Compared), Sheet.Small, columns.Name), Sheet.Small, Ink.Muted));

        var end = bars.At(median.Value);
        sheet.Add(new Box(columns.BarsFrom, middle - 8, Math.Max(1, end - columns.BarsFrom), 16, Ink.Bar, 2, Hint: full));
        var (low, high) = (bars.At(median.Low), bars.At(median.High));
        if (high - low >= 3)
        {
            sheet.Whisker(low, high, middle, Ink.Text, 4);
        }

        sheet.Add(new Label(Math.Max(end, high) + 6, middle + 4.5, sheet.Figures.ShortCount(median), Sheet.Small, Ink.Text));
        if (kind.Effect is { } effect)
        {
            var ink = axis.DrawEffect(sheet, effect, middle, full);
            sheet.Add(new Label(columns.RatioFrom, middle - 1, sheet.Figures.Ratio(effect), Sheet.Normal, ink, IsBold: true));
            sheet.Add(new Label(columns.RatioFrom, middle + 15, sheet.Figures.Interval(effect), Sheet.Small, Ink.Muted));
        }
        else if (columns.RatioFrom < columns.End)
        {
            sheet.Add(new Label(columns.RatioFrom, middle + 4.5, sheet.Fit(sheet.Common.TooFew, Sheet.Small, columns.End - columns.RatioFrom), Sheet.Small, Ink.Muted));
        }
    }

    private static string Describe(Sheet sheet, KindSummary kind)
    {
        var text = $"{sheet.NameOf(kind.Kind)}: {sheet.Figures.Count(kind.MedianViews!.Value)}, {sheet.Figures.Posts(kind.Compared)}";
        return kind.Effect is { } effect ? $"{text}, {sheet.Figures.Ratio(effect)} ({sheet.Figures.Interval(effect)})" : text;
    }

    /// <summary>Where the columns stand.</summary>
    private readonly record struct Columns(double Name, double BarsFrom, double BarsTo, double EffectFrom, double EffectTo, double RatioFrom, double End)
    {
        public static Columns For(Sheet sheet, IReadOnlyList<KindSummary> rows)
        {
            var widest = rows.Max(kind => Math.Max(sheet.Measure(sheet.NameOf(kind.Kind), Sheet.Normal, isBold: true), sheet.Measure(sheet.Figures.Posts(kind.Compared), Sheet.Small)));
            var name = Math.Clamp(widest, 60, 0.27 * sheet.Width);
            var barsFrom = Sheet.Margin + name + Gap;
            var value = 8 + rows.Max(kind => sheet.Measure(sheet.Figures.ShortCount(kind.MedianViews!.Value), Sheet.Small));
            var end = sheet.Width - Sheet.Margin;
            var effects = rows.Select(kind => kind.Effect).OfType<ViewEffect>().ToList();
            if (effects.Count == 0)
            {
                return new(name, barsFrom, end - value, end, end, end, end);
            }

            var ratio = effects.Max(effect => Math.Max(sheet.Measure(sheet.Figures.Interval(effect), Sheet.Small), sheet.Measure(sheet.Figures.Ratio(effect), Sheet.Normal, isBold: true)));
            var room = end - ratio - (2 * Gap) - barsFrom - value;
            var barsTo = barsFrom + (0.42 * room);
            return new(name, barsFrom, barsTo, barsTo + value + Gap, end - ratio - Gap, end - ratio, end);
        }
    }
}
