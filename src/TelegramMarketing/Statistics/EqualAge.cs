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
    private static readonly double Widest = Math.Log(WidestBracket) + 1e-9;
    private static readonly double Nearest = Math.Log(Near) + 1e-9;
    private static readonly double RootOfTwelve = Math.Sqrt(12);

    /// <summary>The last figure whose age is known, and the least age that it can have had; figures of clocks that were wrong are passed over.</summary>
    public static (AgedViews Views, TimeSpan Age)? Last(ReportPost post, DateTimeOffset madeAt)
    {
        for (var index = post.Views.Length - 1; index >= 0 && post.PublishedAt is { } published; index--)
        {
            ref readonly var point = ref post.Views[index];
            if (IsSound(published.UtcTicks, point, madeAt.UtcTicks))
            {
                return (new AgedViews(point.Views, RoundingVariance(point.Views)), point.TrueFrom - published);
            }
        }

        return null;
    }

    /// <summary>The views at an age; <see langword="null"/> where no reading is near enough.</summary>
    public static AgedViews? At(ReportPost post, TimeSpan age, DateTimeOffset madeAt)
    {
        if (post.PublishedAt?.UtcTicks is not { } published)
        {
            return null;
        }

        var (now, hours) = (madeAt.UtcTicks, age.TotalHours);
        var (before, after) = (-1, -1);
        for (var index = 0; index < post.Views.Length && after < 0; index++)
        {
            ref readonly var point = ref post.Views[index];
            if (IsSound(published, point, now))
            {
                (before, after) = MiddleAge(published, point) > hours ? (before, index) : (index, after);
            }
        }

        // A reading that isn't there is infinitely far away.
        return Between(
            before < 0 ? new PointAge(double.NegativeInfinity, 0, default) : AgeOf(published, post.Views[before]),
            after < 0 ? new PointAge(double.PositiveInfinity, 0, default) : AgeOf(published, post.Views[after]),
            Math.Log(hours));
    }

    private static AgedViews? Between(in PointAge before, in PointAge after, double target)
    {
        var span = after.LogAge - before.LogAge;
        if (span <= Widest)
        {
            var share = (target - before.LogAge) / span;
            var (from, to) = (Log(before.Views.Value), Log(after.Views.Value));
            var (rise, slope) = (to - from, (to - from) / span);
            var variance = (Square(1 - share) * (RoundingVariance(before.Views) + Square(slope * before.Spread)))
                + (Square(share) * (RoundingVariance(after.Views) + Square(slope * after.Spread)))
                + Square(0.05 * rise * share * (1 - share) * 4); // The curve between two readings is not quite straight.
            var value = Part(from, to, share);
            return new AgedViews(before.Views.IsExact && after.Views.IsExact ? Count.Exact(value) : Enclosed(value, before.Views, after.Views, share), variance);
        }

        var (early, late) = (Math.Abs(before.LogAge - target), Math.Abs(after.LogAge - target));
        var (near, distance) = early <= late ? (before, early) : (after, late);
        return distance <= Nearest ? new AgedViews(near.Views, RoundingVariance(near.Views) + Square(UsualGrowth * (distance + near.Spread))) : null;
    }

    private static Count Enclosed(long value, Count left, Count right, double share)
    {
        var (low, high) = (Part(Log(left.Low), Log(right.Low), share), Part(Log(left.High), Log(right.High), share));
        return low == high ? Count.Exact(value) : Count.Restore(Math.Min(low, value), Math.Max(high, value), value, null);
    }

    private static double Log(long views) => Math.Log(views + 0.5);

    private static long Part(double from, double to, double share) => (long)Math.Round(Math.Exp(((1 - share) * from) + (share * to)) - 0.5);

    // A reading of before its post was published, or of after the report, was made by a clock that was wrong.
    private static bool IsSound(long published, in ViewPoint point, long madeAt) => point.ObservedTicks > published && point.ObservedTicks <= madeAt;

    private static (double Youngest, double Oldest) Ages(long published, in ViewPoint point)
    {
        var oldest = Math.Max(Hours(point.ObservedTicks - published), ShortestAge);
        return (Math.Clamp(Hours(point.TrueFromTicks - published), ShortestAge, oldest), oldest);
    }

    private static double MiddleAge(long published, in ViewPoint point)
    {
        var (youngest, oldest) = Ages(published, point);
        return (youngest + oldest) / 2;
    }

    private static PointAge AgeOf(long published, in ViewPoint point)
    {
        var (youngest, oldest) = Ages(published, point);
        return new(Math.Log((youngest + oldest) / 2), Math.Log(oldest / youngest) / RootOfTwelve, point.Views);
    }

    private static double Hours(long ticks) => (double)ticks / TimeSpan.TicksPerHour;

    private static double RoundingVariance(Count views) => views.IsExact ? 0 : Square(Math.Log((views.High + 0.5) / (views.Low + 0.5))) / 12;

    private static double Square(double number) => number * number;

    private readonly record struct PointAge(double LogAge, double Spread, Count Views);
}
