namespace TelegramMarketing.Statistics;

/// <summary>Finds the views of a post at an age.</summary>
internal static class EqualAge
{
    /// <summary>How many times as old the later of two readings may be for what lies between them to be interpolated.</summary>
    private const double WidestBracket = 4;

    /// <summary>How far from the age, as a ratio, a single reading still counts.</summary>
    private const double Near = 1.15;

    /// <summary>Views grow about with this power of the age in the days in which they are compared; it only weighs small differences of age.</summary>
    private const double UsualGrowth = 0.3;

    private static readonly double ShortestAge = TimeSpan.FromMinutes(1).TotalHours;

    /// <summary>The last figure whose age is known, and the least age that it can have had; figures of clocks that were wrong are passed over.</summary>
    public static (AgedViews Views, TimeSpan Age)? Last(ReportPost post, DateTimeOffset madeAt)
    {
        for (var index = post.Views.Count - 1; index >= 0; index--)
        {
            var point = post.Views[index];
            if (IsSound(post, point, madeAt))
            {
                return (new AgedViews(point.Views, RoundingVariance(point.Views)), point.TrueFrom - post.PublishedAt!.Value);
            }
        }

        return null;
    }

    /// <summary>The views at an age; <see langword="null"/> where no reading is near enough.</summary>
    public static AgedViews? At(ReportPost post, TimeSpan age, DateTimeOffset madeAt)
    {
        ViewPoint? before = null;
        for (var index = 0; index < post.Views.Count; index++)
        {
            var point = post.Views[index];
            if (!IsSound(post, point, madeAt))
            {
                continue;
            }

            if (MiddleAge(post, point) > age.TotalHours)
            {
                return Between(LogAge(post, before), LogAge(post, point), Math.Log(age.TotalHours));
            }

            before = point;
        }

        return Between(LogAge(post, before), null, Math.Log(age.TotalHours));
    }

    private static AgedViews? Between((double LogAge, double Spread, Count Views)? before, (double LogAge, double Spread, Count Views)? after, double target)
    {
        if (before is { } left && after is { } right && right.LogAge - left.LogAge <= Math.Log(WidestBracket) + 1e-9)
        {
            var share = (target - left.LogAge) / (right.LogAge - left.LogAge);
            var rise = Math.Log(right.Views.Value + 0.5) - Math.Log(left.Views.Value + 0.5);
            var slope = rise / (right.LogAge - left.LogAge);
            var variance = (Square(1 - share) * (RoundingVariance(left.Views) + Square(slope * left.Spread)))
                + (Square(share) * (RoundingVariance(right.Views) + Square(slope * right.Spread)))
                + Square(0.05 * rise * share * (1 - share) * 4); // The curve between two readings is not quite straight.
            return new AgedViews(Interpolate(left.Views, right.Views, share), variance);
        }

        var nearest = Distance(before) <= Distance(after) ? before : after;
        return nearest is { } near && Distance(near) <= Math.Log(Near) + 1e-9
            ? new AgedViews(near.Views, RoundingVariance(near.Views) + Square(UsualGrowth * (Distance(near) + near.Spread)))
            : null;

        double Distance((double LogAge, double Spread, Count Views)? reading) => reading is { } one ? Math.Abs(one.LogAge - target) : double.PositiveInfinity;
    }

    private static Count Interpolate(Count left, Count right, double share)
    {
        var value = Part(left.Value, right.Value);
        if (left.IsExact && right.IsExact)
        {
            return Count.Exact(value);
        }

        var (low, high) = (Part(left.Low, right.Low), Part(left.High, right.High));
        return low == high ? Count.Exact(value) : Count.Restore(Math.Min(low, value), Math.Max(high, value), value, null);

        long Part(long from, long to) => (long)Math.Round(Math.Exp(((1 - share) * Math.Log(from + 0.5)) + (share * Math.Log(to + 0.5))) - 0.5);
    }

    // A reading of before its post was published, or of after the report, was made by a clock that was wrong.
    private static bool IsSound(ReportPost post, ViewPoint point, DateTimeOffset madeAt) =>
        post.PublishedAt is { } published && point.ObservedAt > published && point.ObservedAt <= madeAt;

    private static (double Youngest, double Oldest) Ages(ReportPost post, ViewPoint point)
    {
        var published = post.PublishedAt!.Value;
        var oldest = Math.Max((point.ObservedAt - published).TotalHours, ShortestAge);
        return (Math.Clamp((point.TrueFrom - published).TotalHours, ShortestAge, oldest), oldest);
    }

    private static double MiddleAge(ReportPost post, ViewPoint point)
    {
        var (youngest, oldest) = Ages(post, point);
        return (youngest + oldest) / 2;
    }

    private static (double LogAge, double Spread, Count Views)? LogAge(ReportPost post, ViewPoint? reading)
    {
        if (reading is not { } point)
        {
            return null;
        }

        var (youngest, oldest) = Ages(post, point);
        return (Math.Log((youngest + oldest) / 2), Math.Log(oldest / youngest) / Math.Sqrt(12), point.Views);
    }

    private static double RoundingVariance(Count views) => views.IsExact ? 0 : Square(Math.Log((views.High + 0.5) / (views.Low + 0.5))) / 12;

    private static double Square(double number) => number * number;
}
