using System.Globalization;
using TelegramMarketing.Charts.Html;

namespace TelegramMarketing;

/// <summary>A report for people.</summary>
public static class EditorialReportHtml
{
    /// <summary>
    /// The report as one HTML page that holds all it needs: the answers in words, the pictures, the figures, what was left out and why, and how to read it. It has no script and
    /// refers to nothing outside, follows the light or dark theme of its reader, and prints on A4.
    /// </summary>
    /// <param name="report">The report.</param>
    /// <param name="culture">
    /// The language, and how numbers and dates are written: English, Italian, Spanish, Russian or Arabic, which reads from right to left; English words for any other, and for
    /// <see langword="null"/>.
    /// </param>
    /// <param name="title">The heading; <see langword="null"/> for one in that language. It is text: markup in it is shown, as in names of kinds and tags.</param>
    public static string ToHtml(this EditorialReport report, CultureInfo? culture = null, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        return ReportPage.Write(report, culture, title);
    }
}
