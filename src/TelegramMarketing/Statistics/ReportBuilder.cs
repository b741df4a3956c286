namespace TelegramMarketing.Statistics;

/// <summary>Makes a report from the posts of a period.</summary>
internal static class ReportBuilder
{
    /// <summary>Makes a report.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="from">The start of the period, included.</param>
    /// <param name="to">The end of the period, not included.</param>
    /// <param name="madeAt">Now.</param>
    /// <param name="posts">All posts of the period, in any order, each with its readings, earliest first.</param>
    /// <param name="options">At which age posts are compared, and in which time zone.</param>
    /// <param name="audience">Samples of the number of subscribers, in any order; those a little before the period help too.</param>
    public static EditorialReport Build(
        ChannelAddress channel,
        DateTimeOffset from,
        DateTimeOffset to,
        DateTimeOffset madeAt,
        IReadOnlyList<ReportPost> posts,
        ReportOptions options,
        IReadOnlyList<AudiencePoint> audience)
    {
        var (basis, judged) = PostJudge.Judge(posts, madeAt, options, audience);
        ReportModel? fitted = null;
        IReadOnlyList<AgeCurve> growth = [];
        Parallel.Invoke(() => fitted = new ReportModel(judged), () => growth = GrowthCurves.Of(judged, madeAt));
        var model = fitted!;
        var groups = new ReportGroups(judged, model.Effect);
        var kinds = groups.Kinds();
        return new EditorialReport
        {
            Channel = channel,
            From = from,
            To = to,
            MadeAt = madeAt,
            Basis = basis,
            Age = options.Age,
            TimeZone = options.TimeZone,
            Kinds = kinds,
            Verdicts = VerdictBuilder.Build(model, kinds),
            Tags = groups.Tags(),
            Weekdays = groups.Weekdays(),
            Hours = groups.Hours(),
            Media = groups.Media(),
            Lengths = groups.Lengths(),
            Buttons = groups.Buttons(),
            Week = groups.Week(),
            Growth = growth,
            Audience = [.. audience.OrderBy(point => point.At)],
        };
    }
}
