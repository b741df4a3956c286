using System.Globalization;
using System.Text;

namespace TelegramMarketing.Statistics;

/// <summary>Writes a report as plain tables.</summary>
internal sealed class ReportText
{
    private const char RightToLeftMark = '\u200F';
    private readonly EditorialReport _report;
    private readonly CultureInfo _culture;
    private readonly ReportWords _words;
    private readonly StringBuilder _text = new();

    private ReportText(EditorialReport report, CultureInfo culture)
    {
        _report = report;
        _culture = culture;
        _words = ReportWords.For(culture);
    }

    public static string Write(EditorialReport report, CultureInfo culture) => new ReportText(report, culture).Write();

    public static string Basis(EditorialReport report, CultureInfo? culture)
    {
        var words = ReportWords.For(culture);
        return string.Format(culture, words.Bases[(int)report.Basis], Age(words, report.Age ?? TimeSpan.Zero));
    }

    private static string Age(ReportWords words, TimeSpan age)
    {
        var hours = (long)Math.Round(age.TotalHours);
        return hours >= 72 && hours % 24 == 0 ? words.Days(hours / 24) : words.Hours(Math.Max(1, hours));
    }

    private string Write()
    {
        Line(string.Format(_culture, _words.Period, Time(_report.From), Time(_report.To)));
        Line(Basis(_report, _culture));
        if (_report.Verdicts.Count > 0)
        {
            Line("");
            foreach (var verdict in _report.Verdicts)
            {
                Line(verdict.ToText(_culture));
            }
        }

        Section(ReportGrouping.Kind, _report.Kinds);
        if (_report.Kinds.Any(kind => kind.Effect is not null))
        {
            Line(_words.Effects);
        }

        // A single group tells nothing that the kinds did not tell; but a single tag is compared with the posts that don't have it.
        foreach (var (grouping, groups) in new[]
                 {
                     (ReportGrouping.Tag, _report.Tags.Take(ReportModel.MostTags).ToList()), (ReportGrouping.Weekday, _report.Weekdays), (ReportGrouping.Hour, _report.Hours),
                     (ReportGrouping.Media, _report.Media), (ReportGrouping.Length, _report.Lengths), (ReportGrouping.Buttons, _report.Buttons),
                 })
        {
            if (groups.Count(group => group.Compared > 0) > 1 || groups.Any(group => group is { By: ReportGrouping.Tag, Effect: not null }))
            {
                Section(grouping, groups);
            }
        }

        return _text.ToString();
    }

    private void Section(ReportGrouping grouping, IReadOnlyList<GroupSummary> groups)
    {
        Column[] all =
        [
            new(_words.Groupings[(int)grouping], IsNumber: false, group => _words.Name(group)),
            new(_words.Posts, IsNumber: true, group => Number(group.Posts)),
            new(_words.Compared, IsNumber: true, group => Number(group.Compared)),
            new(_words.MedianViews, IsNumber: true, group => Median(group.MedianViews)),
            new(_words.Effect, IsNumber: true, group => Effect(group), HidesWhen: group => group.Effect is null),
            new(_words.ViewsPerSubscriber, IsNumber: true, group => Percent(group.ViewsPerSubscriber), HidesWhen: group => group.ViewsPerSubscriber is null),
            new(_words.EngagementRate, IsNumber: true, group => Percent(group.EngagementRate), HidesWhen: group => group.EngagementRate is null),
            new(_words.LeftOut, IsNumber: false, LeftOut, HidesWhen: group => group.LeftOut.Count == 0),
        ];
        var columns = all.Where(column => column.HidesWhen is null || !groups.All(column.HidesWhen)).ToArray();
        var rows = groups.Select(group => columns.Select(column => column.Cell(group)).ToArray()).Prepend([.. columns.Select(column => column.Heading)]).ToArray();
        var widths = columns.Select((_, index) => rows.Max(row => DisplayWidth.Of(row[index]))).ToArray();
        Line("");
        foreach (var row in rows)
        {
            var cells = row.Select((cell, index) => columns[index].IsNumber ? DisplayWidth.PadLeft(cell, widths[index]) : DisplayWidth.PadRight(cell, widths[index]));
            Line(string.Join(_words.IsRightToLeft ? $"  {RightToLeftMark}" : "  ", cells));
        }
    }

    // In a right-to-left language each line and cell says so, else a Latin name or a number would turn its row around.
    private void Line(string line)
    {
        var trimmed = line.TrimEnd(' ', RightToLeftMark);
        _text.Append(_words.IsRightToLeft && trimmed.Length > 0 ? $"{RightToLeftMark}{trimmed}" : trimmed).Append('\n');
    }

    private string Median(Count? views) => views is not { } median ? _words.Unknown : median.IsExact ? Number(median.Value) : Range(Number(median.Low), Number(median.High));

    private string Effect(GroupSummary group)
    {
        if (group.Effect is not { } effect)
        {
            return _words.TooFew;
        }

        var numbers = new EffectText(_culture, effect);
        return $"×{numbers.Ratio} ({Range(numbers.Low, numbers.High)})";
    }

    private string LeftOut(GroupSummary group) => string.Join(", ", group.LeftOut.OrderBy(pair => pair.Key)
        .Select(pair => string.Format(_culture, _words.LeftOutCount, Number(pair.Value), _words.LeftOutReasons[(int)pair.Key])));

    private string Range(string low, string high) => string.Format(_culture, _words.Range, low, high);

    private string Percent(double? share) => share is { } known ? known.ToString("P1", _culture) : _words.Unknown;

    private string Number(long number) => number.ToString("N0", _culture);

    // A date that everybody reads alike, in whatever calendar the culture has.
    private string Time(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, _report.TimeZone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private sealed record Column(string Heading, bool IsNumber, Func<GroupSummary, string> Cell, Func<GroupSummary, bool>? HidesWhen = null);
}
