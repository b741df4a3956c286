namespace TelegramMarketing.Statistics;

/// <summary>The views of a post at the age at which it is compared.</summary>
/// <param name="Views">The counter: between two readings an interpolated one, whose interval is that of the readings' rounding.</param>
/// <param name="Variance">The variance of the logarithm of the views that comes from rounding, from ages that are intervals, and from interpolating.</param>
internal readonly record struct AgedViews(Count Views, double Variance)
{
    /// <summary>The logarithm of the views; a half is added so that no views at all are still a number.</summary>
    public double Log => Math.Log(Views.Value + 0.5);
}
