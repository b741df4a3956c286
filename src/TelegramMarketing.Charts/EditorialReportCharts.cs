using TelegramMarketing.Charts.Pictures;

namespace TelegramMarketing;

/// <summary>Pictures of a report. What the report does not know is said in the picture, which is never missing and never an exception.</summary>
public static class EditorialReportCharts
{
    /// <summary>
    /// The kinds of post: the median views of each (with the interval where counters were rounded), how many times the channel's usual views it earns, with the 95 % interval, and from
    /// how many posts that is known. A ring and grey mean that the interval holds 1, so that it may be chance.
    /// </summary>
    /// <param name="report">The report.</param>
    /// <param name="options">Size, theme, language; <see langword="null"/> for the defaults.</param>
    public static ReportChart DrawKinds(this EditorialReport report, ChartOptions? options = null) => Draw(report, options, KindsPicture.Draw);

    /// <summary>How views grow with the age of a post, by kind; the axis of age is logarithmic. The six kinds with most posts are drawn.</summary>
    /// <inheritdoc cref="DrawKinds"/>
    public static ReportChart DrawGrowth(this EditorialReport report, ChartOptions? options = null) => Draw(report, options, GrowthPicture.Draw);

    /// <summary>The median views by weekday and hour as colour, with the number of posts in each cell: a cell with one post is an anecdote.</summary>
    /// <inheritdoc cref="DrawKinds"/>
    public static ReportChart DrawWeek(this EditorialReport report, ChartOptions? options = null) => Draw(report, options, WeekPicture.Draw);

    /// <summary>The number of subscribers over the period. The axis does not begin at 0.</summary>
    /// <inheritdoc cref="DrawKinds"/>
    public static ReportChart DrawAudience(this EditorialReport report, ChartOptions? options = null) => Draw(report, options, AudiencePicture.Draw);

    private static ReportChart Draw(EditorialReport report, ChartOptions? options, Func<EditorialReport, ChartOptions, ReportChart> draw)
    {
        ArgumentNullException.ThrowIfNull(report);
        return draw(report, options ?? new ChartOptions());
    }
}
