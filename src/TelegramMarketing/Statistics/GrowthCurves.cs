namespace TelegramMarketing.Statistics;

/// <summary>How views grow with age, by kind.</summary>
internal static class GrowthCurves
{
    private static readonly TimeSpan[] Ages =
    [
        TimeSpan.FromHours(3), TimeSpan.FromHours(6), TimeSpan.FromHours(12), TimeSpan.FromHours(24), TimeSpan.FromHours(48), TimeSpan.FromDays(7), TimeSpan.FromDays(30),
    ];

    public static IReadOnlyList<AgeCurve> Of(IReadOnlyList<JudgedPost> posts, DateTimeOffset madeAt) =>
    [
        .. posts.Where(post => !post.Post.IsForwarded && !post.Post.IsContinuation && post.Post.PublishedAt is not null)
            .GroupBy(post => post.Post.Kind?.Name ?? "", StringComparer.OrdinalIgnoreCase)
            .Select(group => new AgeCurve(group.First().Post.Kind, Points([.. group], madeAt)))
            .Where(curve => curve.Points.Count > 0)
            .OrderBy(curve => curve.Kind is null)
            .ThenBy(curve => curve.Kind?.Name, StringComparer.OrdinalIgnoreCase),
    ];

    private static List<AgePoint> Points(IReadOnlyList<JudgedPost> posts, DateTimeOffset madeAt)
    {
        var (points, views) = (new List<AgePoint>(), new List<Count>(posts.Count));
        foreach (var age in Ages)
        {
            views.Clear();
            foreach (var post in posts)
            {
                if (EqualAge.At(post.Post, age, madeAt) is { } figure)
                {
                    views.Add(figure.Views);
                }
            }

            if (views.Count > 0)
            {
                points.Add(new AgePoint(age, views.Count, Count.Median(views)));
            }
        }

        return points;
    }
}
