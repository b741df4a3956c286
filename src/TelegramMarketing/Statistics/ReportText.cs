using System.Globalization;
using System.Text;

namespace TelegramMarketing.Statistics;

/// <summary>Writes a report as a plain table.</summary>
internal static class ReportText
{
    public static string Write(EditorialReport report)
    {
        var rows = report.Kinds.Select(Row).Prepend(["Kind", "Posts", "Compared", "Median views", "Left out"]).ToArray();
        var widths = Enumerable.Range(0, 5).Select(column => rows.Max(row => row[column].Length)).ToArray();
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Posts from {report.From:yyyy-MM-dd HH:mm} to {report.To:yyyy-MM-dd HH:mm}").Append('\n');
        text.Append(report.BasisText).Append("\n\n");
        foreach (var row in rows)
        {
            var cells = row.Select((cell, column) => column is 1 or 2 or 3 ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]));
            text.Append(string.Join("  ", cells).TrimEnd()).Append('\n');
        }

        return text.ToString();
    }

    private static string[] Row(KindSummary kind) =>
    [
        kind.Name,
        Number(kind.Posts),
        Number(kind.Compared),
        kind.MedianViews is not { } median ? "unknown" : median.IsExact ? Number(median.Value) : $"{Number(median.Low)} to {Number(median.High)}",
        string.Join(", ", kind.LeftOut.OrderBy(pair => pair.Key).Select(pair => $"{Number(pair.Value)} {Words(pair.Key)}")),
    ];

    private static string Words(LeftOutReason reason) => reason switch
    {
        LeftOutReason.TooYoung => "too young",
        LeftOutReason.ViewsUnknown => "without known views",
        LeftOutReason.AgeUnknown => "of unknown age",
        LeftOutReason.Forwarded => "forwarded",
        _ => "continuing another post",
    };

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
