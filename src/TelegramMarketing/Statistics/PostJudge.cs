namespace TelegramMarketing.Statistics;

/// <summary>Decides which posts of a report can be compared, and by which figure.</summary>
internal static class PostJudge
{
    /// <summary>From this age on the views of a post hardly grow.</summary>
    public static readonly TimeSpan MatureAge = TimeSpan.FromDays(7);

    private static readonly TimeSpan SettledAge = TimeSpan.FromDays(1);

    public static (ComparisonBasis Basis, IReadOnlyList<JudgedPost> Posts) Judge(
        IReadOnlyList<ReportPost> posts, DateTimeOffset madeAt, ReportOptions options, IReadOnlyList<AudiencePoint> audience)
    {
        var subscribers = new AudienceCurve(audience);
        if (options.Age is { } age)
        {
            return (ComparisonBasis.EqualAge, [.. posts.Select(post => Judged(post, AtAge(post, age, madeAt)))]);
        }

        var last = posts.Select(post => Obstacle(post) is null ? EqualAge.Last(post, madeAt) : null).ToArray();
        var oldest = last.Max(figure => figure?.Age) ?? TimeSpan.Zero;
        var basis = oldest >= MatureAge ? ComparisonBasis.Mature : oldest >= SettledAge ? ComparisonBasis.AtLeastOneDay : ComparisonBasis.None;
        var least = basis == ComparisonBasis.Mature ? MatureAge : SettledAge;
        return (basis, [.. posts.Select((post, index) => Judged(post, LastFigure(post, last[index], least)))]);

        JudgedPost Judged(ReportPost post, (LeftOutReason? LeftOut, AgedViews Figure) figure) => new(
            post,
            figure.LeftOut,
            figure.Figure,
            post.PublishedAt is { } published ? TimeZoneInfo.ConvertTime(published, options.TimeZone).DateTime : null,
            post.Subscribers ?? (post.PublishedAt is { } at ? subscribers.At(at) : null));
    }

    private static (LeftOutReason? LeftOut, AgedViews Figure) AtAge(ReportPost post, TimeSpan age, DateTimeOffset madeAt) =>
        Obstacle(post) is { } obstacle ? (obstacle, default)
        : EqualAge.At(post, age, madeAt) is { } figure ? (null, figure)
        : post.PublishedAt > madeAt ? (LeftOutReason.AgeUnknown, default)
        : madeAt - post.PublishedAt < age ? (LeftOutReason.TooYoung, default)
        : (LeftOutReason.NoFigureAtAge, default);

    private static (LeftOutReason? LeftOut, AgedViews Figure) LastFigure(ReportPost post, (AgedViews Views, TimeSpan Age)? last, TimeSpan least) =>
        Obstacle(post) is { } obstacle ? (obstacle, default)
        : last is not { } figure ? (LeftOutReason.AgeUnknown, default)
        : figure.Age < least ? (LeftOutReason.TooYoung, default)
        : (null, figure.Views);

    private static LeftOutReason? Obstacle(ReportPost post) =>
        post.IsContinuation ? LeftOutReason.Continuation
        : post.IsForwarded ? LeftOutReason.Forwarded
        : post.Views.Length == 0 ? LeftOutReason.ViewsUnknown
        : post.PublishedAt is null ? LeftOutReason.AgeUnknown
        : null;
}
