namespace TelegramMarketing.Statistics.Model;

/// <summary>
/// Tames outliers. A regularised fit by the likelihood of Student's t, whose heavy tails expect them, finds what each post was expected to earn; what lies further away is
/// pulled in, the more the further. The rest is stretched by what was lost, so that a Gaussian model on these pseudo-values knows the right uncertainty.
/// </summary>
internal static class RobustFit
{
    private const double Degrees = 3;
    private const double HuberReach = 2;
    private const double LeastScale = 1e-3;
    private const double LeastSlope = 0.5;
    private const int MostSteps = 40;

    /// <summary>The pseudo-values, and the weights that follow from how each post was read.</summary>
    public static (double[] Views, double[] Weights) Of(Design design)
    {
        var system = new LinearSystem(design);
        var weights = Enumerable.Repeat(1.0, design.Count).ToArray();
        var (views, scatter) = Fit(design, system, weights);
        if (design.Variances.Max() < 0.01 * scatter * scatter)
        {
            return (views, weights);
        }

        weights = Array.ConvertAll(design.Variances, variance => scatter * scatter / ((scatter * scatter) + variance));
        return (Fit(design, system, weights).Views, weights);
    }

    private static (double[] Views, double Scatter) Fit(Design design, LinearSystem system, double[] weights)
    {
        var precisions = VarianceSetting.Middle.Precisions(design);
        var factor = Cholesky.Of(system.Products(weights), precisions);
        var parameters = VarianceSetting.EffectiveParameters(factor, precisions);
        var freedom = Math.Max(1, design.Count - parameters);
        var roots = Array.ConvertAll(weights, Math.Sqrt);
        var (fitted, next, pulled) = (new double[design.Count], new double[design.Count], new double[design.Count]);
        Array.Fill(fitted, Median([.. design.Views]));
        var scale = 1.0;
        scale = Math.Max(1.4826 * Median(Array.ConvertAll(Distances(), Math.Abs)), LeastScale);
        // Huber's fit ends at the same place wherever it begins. From the level alone the fit by t could take all of a rare group far from the others for outliers, and stay there.
        Approach(static distance => Math.Clamp(distance, -HuberReach, HuberReach));
        Approach(Pull);

        // Huber's variance of a robust regression: by the mean slope, and corrected for how few posts there are for each parameter.
        var distances = Distances();
        var slopes = Array.ConvertAll(distances, Slope);
        var (slope, spread) = (Math.Max(slopes.Average(), LeastSlope), slopes.Average(static value => value * value) - Math.Pow(slopes.Average(), 2));
        var stretch = (1 + (parameters / design.Count * spread / (slope * slope))) / slope;
        Draw(Pull, stretch);
        return (pulled, stretch * scale * Math.Sqrt(distances.Sum(static distance => Pull(distance) * Pull(distance)) / freedom));

        double Distance(int post) => (design.Views[post] - fitted[post]) * roots[post] / scale;

        double[] Distances()
        {
            var all = new double[fitted.Length];
            for (var post = 0; post < all.Length; post++)
            {
                all[post] = Distance(post);
            }

            return all;
        }

        void Draw(Func<double, double> pull, double stretch)
        {
            for (var post = 0; post < pulled.Length; post++)
            {
                pulled[post] = fitted[post] + (stretch * scale * pull(Distance(post)) / roots[post]);
            }
        }

        void Approach(Func<double, double> pull)
        {
            for (var (step, moved) = (0, double.MaxValue); step < MostSteps && moved >= 1e-3 * scale; step++)
            {
                Draw(pull, 1);
                system.Fit(factor.Solve(system.Products(weights, pulled)), next);
                moved = 0;
                for (var post = 0; post < next.Length; post++)
                {
                    moved = Math.Max(moved, Math.Abs(next[post] - fitted[post]));
                }

                (fitted, next) = (next, fitted);
                var pulls = 0.0;
                for (var post = 0; post < fitted.Length; post++)
                {
                    var distance = Distance(post);
                    pulls += distance * Pull(distance);
                }

                scale = Math.Max(scale * Math.Sqrt((1 + (1 / Degrees)) * pulls / freedom), LeastScale);
            }
        }
    }

    private static double Pull(double distance) => distance / (1 + (distance * distance / Degrees));

    private static double Slope(double distance)
    {
        var square = distance * distance / Degrees;
        return (1 - square) / ((1 + square) * (1 + square));
    }

    /// <summary>The median of numbers, which it sorts.</summary>
    private static double Median(double[] numbers)
    {
        Array.Sort(numbers);
        return (numbers[(numbers.Length - 1) / 2] + numbers[numbers.Length / 2]) / 2;
    }
}
