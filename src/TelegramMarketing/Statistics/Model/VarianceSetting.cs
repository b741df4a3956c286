namespace TelegramMarketing.Statistics.Model;

/// <summary>One setting of the standard deviations of the groups of coefficients, each as a multiple of the posts' own scatter.</summary>
/// <param name="Kind">Of the kinds.</param>
/// <param name="Hour">Of the waves over the day.</param>
/// <param name="Circumstance">Of weekdays, media, lengths and buttons.</param>
/// <param name="Trend">Of the bends of the trend.</param>
/// <param name="Prior">How likely the setting is before any post was seen, up to a factor.</param>
internal readonly record struct VarianceSetting(double Kind, double Hour, double Circumstance, double Trend, double Prior)
{
    private const double Line = 10;

    /// <summary>
    /// The setting with which the first, robust fit is made: kinds rather free, circumstances less, so that they don't follow the outliers which that fit is to find.
    /// </summary>
    public static VarianceSetting Middle { get; } = new(2, 0.4, 0.4, 0.4, 1);

    /// <summary>
    /// The settings that are averaged. Kinds are never thought to be nearly equal: that would shrink true differences, and the intervals would no longer cover them.
    /// </summary>
    public static IReadOnlyList<VarianceSetting> All { get; } =
    [
        .. from kind in new[] { (0.8, 1.0), (1.5, 1.0), (3.0, 0.6), (6.0, 0.3) }
           from hour in new[] { (0.15, 0.7), (0.5, 1.0), (1.2, 1.0), (3.0, 0.6) }
           from circumstance in new[] { (0.15, 0.7), (0.5, 1.0), (1.5, 1.0) }
           from trend in new[] { (0.1, 1.0), (0.5, 1.0), (2.0, 0.6) }
           select new VarianceSetting(kind.Item1, hour.Item1, circumstance.Item1, trend.Item1, kind.Item2 * hour.Item2 * circumstance.Item2 * trend.Item2),
    ];

    /// <summary>The precision of each coefficient in units of the scatter's.</summary>
    public double[] Precisions(Design design)
    {
        var setting = this;
        return [.. design.Columns.Select(column => column.Group == CoefficientGroup.Level ? 1e-9 : 1 / (setting.Variance(column.Group) * column.Variance))];
    }

    /// <summary>How many free parameters the regularised coefficients are worth.</summary>
    public static double EffectiveParameters(Cholesky factor, double[] precisions) =>
        precisions.Length - Cholesky.Dot(precisions, factor.InverseDiagonal());

    private double Variance(CoefficientGroup group)
    {
        var deviation = group switch
        {
            CoefficientGroup.Line => Line,
            CoefficientGroup.Trend => Trend,
            CoefficientGroup.Kind => Kind,
            CoefficientGroup.Hour => Hour,
            _ => Circumstance,
        };
        return deviation * deviation;
    }
}
