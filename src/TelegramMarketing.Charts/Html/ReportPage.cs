using System.Globalization;
using System.Text;
using TelegramMarketing.Charts.Drawing;
using TelegramMarketing.Charts.Pictures;
using TelegramMarketing.Charts.Words;
using TelegramMarketing.Statistics;

namespace TelegramMarketing.Charts.Html;

/// <summary>Writes a report as one page: the answers in words, the pictures, the figures, what was left out, and how to read it.</summary>
internal sealed class ReportPage
{
    private readonly EditorialReport _report;
    private readonly ReportWords _common;
    private readonly Wording _words;
    private readonly Figures _figures;
    private readonly StringBuilder _html = new();

    private ReportPage(EditorialReport report, CultureInfo? culture)
    {
        _report = report;
        _common = ReportWords.For(culture);
        _words = Wording.For(culture);
        _figures = new Figures(culture);
    }

    public static string Write(EditorialReport report, CultureInfo? culture, string? title) => new ReportPage(report, culture).Write(title);

    private string Write(string? title)
    {
        var heading = string.IsNullOrWhiteSpace(title) ? _words.PageTitle : title.Trim();
        var channel = _report.Channel.ToString();
        Line($"<!DOCTYPE html>\n<html lang=\"{_common.Language}\" dir=\"{(_common.IsRightToLeft ? "rtl" : "ltr")}\">");
        Line("<head>\n<meta charset=\"utf-8\">");

        // Whatever slips into the page runs nothing and fetches nothing.
        Line("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">");
        Line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">");
        Line($"<title>{Text(heading)} · {Text(channel)}</title>");
        Line($"<style>\n{PageStyle.Css}</style>\n</head>\n<body>\n<main>");
        Line($"<header>\n<h1><bdi>{Text(heading)}</bdi></h1>");
        var period = string.Format(CultureInfo.InvariantCulture, _common.Period, Date(_report.From), Date(_report.To));
        Line($"<p class=\"about\"><bdi>{Text(channel)}</bdi> · {Text(period)} · {Text(string.Format(CultureInfo.InvariantCulture, _words.MadeAt, Date(_report.MadeAt)))}</p>");
        Line($"<p class=\"about\">{Text(_report.DescribeBasis(_figures.Culture))}</p>\n</header>");
        Answers();
        Pictures();
        Tables();
        LeftOut();
        HowToRead();
        Line("</main>\n</body>\n</html>");
        return _html.ToString();
    }

    private void Answers()
    {
        // A report that says nothing about kinds that can be compared is one of a host's own: nothing is said for it.
        var isComparable = _report.Kinds.Count(kind => kind is { Kind: not null, Compared: > 0 }) > 1;
        if (_report.Verdicts.Count == 0 && isComparable)
        {
            return;
        }

        Open(_words.Answers);
        Line("<ul class=\"answers\">");
        foreach (var verdict in _report.Verdicts)
        {
            var isSure = verdict.Outcome is VerdictOutcome.Winner or VerdictOutcome.Difference;
            Line($"<li{(isSure ? " class=\"sure\"" : "")}>{Text(verdict.ToText(_figures.Culture))}</li>");
        }

        if (_report.Verdicts.Count == 0)
        {
            Line($"<li>{Text(_common.NothingToCompare)}</li>");
        }

        Line("</ul>\n</section>");
    }

    private void Pictures()
    {
        Open(_words.Pictures);
        var options = new ChartOptions { Culture = _figures.Culture };
        foreach (var chart in new[] { _report.DrawKinds(options), _report.DrawGrowth(options), _report.DrawWeek(options), _report.DrawAudience(options) })
        {
            Line(chart.IsEmpty
                ? $"<p class=\"about\"><strong>{Text(chart.Title)}</strong>: {Text(chart.Description)}</p>"
                : $"<figure tabindex=\"0\" role=\"group\" aria-label=\"{Text(chart.Title)}\">\n{chart.ToSvgOfPage()}</figure>");
        }

        Line("</section>");
    }

    private void Tables()
    {
        if (_report.Kinds.Count == 0)
        {
            return;
        }

        Open(_words.Tables);
        Line(new GroupTable(_common, _figures).Write(ReportGrouping.Kind, _report.Kinds));
        if (_report.Kinds.Any(kind => kind.Effect is not null))
        {
            Line($"<p class=\"about\">{Text(_common.Effects)}</p>");
        }

        // A single group tells nothing that the kinds did not tell; but a single tag is compared with the posts that don't have it.
        foreach (var (grouping, groups) in new[]
                 {
                     (ReportGrouping.Tag, [.. _report.Tags.Take(ReportModel.MostTags)]), (ReportGrouping.Weekday, _report.Weekdays), (ReportGrouping.Hour, _report.Hours),
                     (ReportGrouping.Media, _report.Media), (ReportGrouping.Length, _report.Lengths), (ReportGrouping.Buttons, _report.Buttons),
                 })
        {
            if (groups.Count(group => group.Compared > 0) > 1 || groups.Any(group => group is { By: ReportGrouping.Tag, Effect: not null }))
            {
                Line(new GroupTable(_common, _figures).Write(grouping, groups));
            }
        }

        Line("</section>");
    }

    private void LeftOut()
    {
        Open(_words.LeftOutTitle);
        var reasons = _report.Kinds.SelectMany(kind => kind.LeftOut).Where(pair => pair.Value > 0).GroupBy(pair => pair.Key, pair => pair.Value).OrderBy(group => group.Key).ToList();
        if (reasons.Count == 0)
        {
            Line($"<p>{Text(_report.Kinds.Count == 0 ? _words.NoKinds : _words.NothingLeftOut)}</p>\n</section>");
            return;
        }

        Line("<ul>");
        foreach (var reason in reasons)
        {
            Line($"<li>{Text(string.Format(CultureInfo.InvariantCulture, _common.LeftOutCount, _figures.Number(reason.Sum()), _common.LeftOutReasons[(int)reason.Key]))}</li>");
        }

        Line("</ul>\n</section>");
    }

    private void HowToRead()
    {
        Open(_words.HowTitle);
        Line("<ul>");
        foreach (var advice in _words.How)
        {
            Line($"<li>{Text(advice)}</li>");
        }

        Line("</ul>\n</section>");
    }

    private void Open(string heading) => Line($"<section>\n<h2>{Text(heading)}</h2>");

    private string Date(DateTimeOffset time) => _figures.Date(TimeZoneInfo.ConvertTime(time, _report.TimeZone));

    private void Line(string html) => _html.Append(html).Append('\n');

    private static string Text(string text) => SvgWriter.Text(text);
}
