namespace TelegramMarketing.Statistics;

/// <summary>Makes a report from the posts of a period.</summary>
internal static class ReportBuilder
{
    private static readonly TimeSpan MatureAge = TimeSpan.FromDays(7);
    private static readonly TimeSpan SettledAge = TimeSpan.FromDays(1);

    public static EditorialReport Build(
        ChannelAddress channel, DateTimeOffset from, DateTimeOffset to, DateTimeOffset madeAt, IReadOnlyCollection<PostStatistics> posts)
    {
        var basis = ChooseBasis(posts);
        var kinds = posts
            .GroupBy(post => post.Kind?.Name ?? "", StringComparer.OrdinalIgnoreCase)
            .Select(group => Summarize(group.First().Kind, [.. group], basis))
            .OrderBy(summary => summary.Kind is null)
            .ThenByDescending(summary => summary.MedianViews?.Value ?? -1)
            .ThenBy(summary => summary.Name, StringComparer.OrdinalIgnoreCase)
            .ToList();
        return new EditorialReport { Channel = channel, From = from, To = to, MadeAt = madeAt, Basis = basis, Kinds = kinds };
    }

    private static ComparisonBasis ChooseBasis(IReadOnlyCollection<PostStatistics> posts)
    {
        var oldest = posts.Where(post => Obstacle(post) is null).Select(post => Age(post)).DefaultIfEmpty(TimeSpan.Zero).Max();
        return oldest >= MatureAge ? ComparisonBasis.Mature
            : oldest >= SettledAge ? ComparisonBasis.AtLeastOneDay
            : ComparisonBasis.None;
    }

    private static KindSummary Summarize(PostKind? kind, IReadOnlyList<PostStatistics> posts, ComparisonBasis basis)
    {
        var minimumAge = basis == ComparisonBasis.Mature ? MatureAge : SettledAge;
        var judged = posts.Select(post => (Post: post, LeftOut: Obstacle(post) ?? (Age(post) < minimumAge ? LeftOutReason.TooYoung : null))).ToList();
        var views = judged.Where(item => item.LeftOut is null).Select(item => item.Post.Views!.Value).ToList();
        return new KindSummary
        {
            Name = kind?.Name ?? "Unclassified",
            Kind = kind,
            Compared = views.Count,
            MedianViews = views.Count == 0 ? null : Count.Median(views),
            LeftOut = judged.Where(item => item.LeftOut is not null).GroupBy(item => item.LeftOut!.Value).ToDictionary(group => group.Key, group => group.Count()),
        };
    }

    private static LeftOutReason? Obstacle(PostStatistics post) =>
        post.ContinuationOf is not null ? LeftOutReason.Continuation
        : post.ForwardedFrom is not null ? LeftOutReason.Forwarded
        : post.Views is null ? LeftOutReason.ViewsUnknown
        : post.PublishedAt is null ? LeftOutReason.AgeUnknown
        : null;

    // The youngest that it can have been when the figure was true.
    private static TimeSpan Age(PostStatistics post) => post.Views!.TrueFrom - post.PublishedAt!.Value;
}
