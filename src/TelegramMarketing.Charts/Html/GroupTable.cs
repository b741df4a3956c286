using System.Globalization;
using System.Text;
using TelegramMarketing.Charts.Drawing;
using TelegramMarketing.Charts.Pictures;
using TelegramMarketing.Statistics;

namespace TelegramMarketing.Charts.Html;

/// <summary>Writes groups of posts as a table. A column of which nothing is known is left out.</summary>
internal sealed class GroupTable(ReportWords words, Figures figures)
{
    public string Write(ReportGrouping grouping, IReadOnlyList<GroupSummary> groups)
    {
        var name = words.Groupings[(int)grouping];
        var columns = ColumnsFor(groups);
        var html = new StringBuilder($"<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"{Text(name)}\">\n<table>\n<caption>{Text(name)}</caption>\n<thead><tr><th scope=\"col\">{Text(name)}</th>");
        foreach (var column in columns)
        {
            html.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\"{Class(column.IsNumber)}>{Text(column.Heading)}</th>");
        }

        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var group in groups)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\"><bdi>{Text(words.Name(group))}</bdi></th>");
            foreach (var column in columns)
            {
                html.Append(CultureInfo.InvariantCulture, $"<td{Class(column.IsNumber)}>{column.Cell(group)}</td>");
            }

            html.Append("</tr>\n");
        }

        return html.Append("</tbody>\n</table>\n</div>").ToString();
    }

    private static string Class(bool isNumber) => isNumber ? " class=\"number\"" : "";

    private static string Text(string text) => SvgWriter.Text(text);

    private List<Column> ColumnsFor(IReadOnlyList<GroupSummary> groups)
    {
        Column?[] columns =
        [
            new(words.Posts, IsNumber: true, group => Text(figures.Number(group.Posts))),
            new(words.Compared, IsNumber: true, group => Text(figures.Number(group.Compared))),
            new(words.MedianViews, IsNumber: true, group => Text(group.MedianViews is { } median ? figures.Count(median) : words.Unknown)),
            groups.Any(group => group.Effect is not null) ? new(words.Effect, IsNumber: true, Effect) : null,
            groups.Any(group => group.ViewsPerSubscriber is not null) ? new(words.ViewsPerSubscriber, IsNumber: true, group => Share(group.ViewsPerSubscriber)) : null,
            groups.Any(group => group.EngagementRate is not null) ? new(words.EngagementRate, IsNumber: true, group => Share(group.EngagementRate)) : null,
            groups.Any(group => group.LeftOut.Count > 0) ? new(words.LeftOut, IsNumber: false, group => Text(LeftOut(group))) : null,
        ];
        return [.. columns.OfType<Column>()];
    }

    private string Effect(GroupSummary group)
    {
        if (group.Effect is not { } effect)
        {
            return Text(words.TooFew);
        }

        var tone = !effect.IsClear ? "unsure" : effect.Ratio > 1 ? "more" : "fewer";
        return $"<span class=\"{tone}\"><strong>{Text(figures.Ratio(effect))}</strong> ({Text(figures.Interval(effect))})</span>";
    }

    private string Share(double? share) => Text(share is { } known ? figures.Share(known) : words.Unknown);

    private string LeftOut(GroupSummary group) => string.Join(", ", group.LeftOut.Where(pair => pair.Value > 0).OrderBy(pair => pair.Key)
        .Select(pair => string.Format(CultureInfo.InvariantCulture, words.LeftOutCount, figures.Number(pair.Value), words.LeftOutReasons[(int)pair.Key])));

    private sealed record Column(string Heading, bool IsNumber, Func<GroupSummary, string> Cell);
}
