namespace TelegramMarketing.Statistics.Model;

/// <summary>
/// Tames outliers. A regularised Huber fit finds what each post was expected to earn; what lies further away than the scatter explains is pulled in,
/// and the rest is stretched by the share that was not, so that a Gaussian model on these pseudo-values knows the right uncertainty.
/// </summary>
internal static class RobustFit
{
    private const double Reach = 1.6;
    private const int MostSteps = 40;

    /// <summary>The pseudo-values, and the weights that follow from how each post was read.</summary>
    public static (double[] Views, double[] Weights) Of(Design design)
    {
        var system = new LinearSystem(design);
        var weights = Enumerable.Repeat(1.0, design.Count).ToArray();
        var (views, scale) = Fit(design, system, weights);
        if (design.Variances.Max() < 0.01 * scale * scale)
        {
            return (views, weights);
        }

        weights = Array.ConvertAll(design.Variances, variance => scale * scale / ((scale * scale) + variance));
        return (Fit(design, system, weights).Views, weights);
    }

    private static (double[] Views, double Scale) Fit(Design design, LinearSystem system, double[] weights)
    {
        var products = system.Products(weights);
        var precisions = VarianceSetting.Middle.Precisions(design);
        var factor = Cholesky.Of(products, precisions);
        var freedom = Math.Max(1, design.Count - VarianceSetting.EffectiveParameters(factor, precisions));
        var roots = Array.ConvertAll(weights, Math.Sqrt);
        var level = Median([.. design.Views]);
        var fitted = Enumerable.Repeat(level, design.Count).ToArray();
        var pulled = new double[design.Count];
        var scale = 0.0;
        for (var step = 0; step < MostSteps; step++)
        {
            var used = step == 0 ? design.Count - 1.0 : freedom;
            scale = 1.4826 * Median([.. design.Views.Select((views, index) => Math.Abs(views - fitted[index]) * roots[index])]) * Math.Sqrt(design.Count / Math.Max(1, used));
            var reach = Reach * Math.Max(scale, 1e-3);
            for (var index = 0; index < pulled.Length; index++)
            {
                pulled[index] = fitted[index] + Math.Clamp(design.Views[index] - fitted[index], -reach / roots[index], reach / roots[index]);
            }

            var next = system.Fitted(factor.Solve(system.Products(weights, pulled)));
            var moved = next.Select((value, index) => Math.Abs(value - fitted[index])).Max();
            fitted = next;
            if (moved < 1e-3 * scale)
            {
                break;
            }
        }

        return (PseudoValues(design, fitted, roots, Math.Max(scale, 1e-3)), scale);
    }

    private static double[] PseudoValues(Design design, double[] fitted, double[] roots, double scale)
    {
        var reach = Reach * scale;
        var inside = (double)design.Views.Where((views, index) => Math.Abs(views - fitted[index]) * roots[index] <= reach).Count() / design.Count;
        return [.. design.Views.Select((views, index) => fitted[index] + (Math.Clamp(views - fitted[index], -reach / roots[index], reach / roots[index]) / Math.Max(inside, 0.5)))];
    }

    private static double Median(double[] numbers)
    {
        Array.Sort(numbers);
        return (numbers[(numbers.Length - 1) / 2] + numbers[numbers.Length / 2]) / 2;
    }
}
