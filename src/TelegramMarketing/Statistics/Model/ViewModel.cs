namespace TelegramMarketing.Statistics.Model;

/// <summary>
/// The linear mixed model of the logarithm of the views. The scatter of the posts is integrated out exactly, and the ratios of the variances over a grid; so
/// everything that is asked is answered by a mixture of t distributions, and the same posts always give the same answer.
/// </summary>
internal sealed class ViewModel
{
    private const double PriorPosts = 1;
    private const double PriorVariance = 0.1;

    /// <summary>Settings whose evidence is that much smaller, as a logarithm, are left out.</summary>
    private const double Negligible = 8;
    private readonly Point[] _points;
    private readonly double[] _weights;
    private readonly StudentT[] _shapes;

    private ViewModel(Point[] points, double[] weights)
    {
        _points = points;
        _weights = weights;
        _shapes = Array.ConvertAll(points, static point => new StudentT(point.Freedom));
    }

    public static ViewModel Fit(Design design)
    {
        var (views, weights) = RobustFit.Of(design);
        var level = views.Average();
        views = Array.ConvertAll(views, value => value - level);
        var system = new LinearSystem(design);
        var products = system.Products(weights);
        var responses = system.Products(weights, views);
        var total = views.Select((value, index) => weights[index] * value * value).Sum();
        var fits = VarianceSetting.All.Select(setting => Fit(setting, design, products, responses, total)).ToArray();
        var best = fits.Max(fit => fit.Evidence);
        var kept = fits.Where(fit => fit.Evidence > best - Negligible).ToArray();
        var sum = kept.Sum(fit => Math.Exp(fit.Evidence - best));
        return new ViewModel([.. kept.Select(fit => Scatter(fit, design, total))], [.. kept.Select(fit => Math.Exp(fit.Evidence - best) / sum)]);
    }

    /// <summary>What is known about a weighted sum of coefficients.</summary>
    public Mixture About(double[] contrast)
    {
        var centres = Array.ConvertAll(_points, point => Cholesky.Dot(contrast, point.Coefficients));
        var scales = Array.ConvertAll(_points, point => Math.Sqrt(Math.Max(SquaredLength(point.Factor.SolveLower(contrast)) * point.Variance, 1e-18)));
        return new Mixture(_shapes, _weights, centres, scales);
    }

    /// <summary>
    /// How many more posts of a row it takes until a contrast would be told from 0 with a probability of error, if it is what it seems to be.
    /// </summary>
    /// <param name="contrast">The contrast.</param>
    /// <param name="row">A post like those that would be added.</param>
    /// <param name="error">The two-sided probability of error.</param>
    /// <param name="most">The largest number that is worth an answer.</param>
    /// <returns><see langword="null"/> when it takes more than <paramref name="most"/>.</returns>
    public int? PostsNeeded(double[] contrast, double[] row, double error, int most)
    {
        var mode = Array.IndexOf(_weights, _weights.Max());
        var point = _points[mode];
        var (reduced, added) = (point.Factor.SolveLower(contrast), point.Factor.SolveLower(row));
        var (variance, overlap, leverage) = (SquaredLength(reduced), Cholesky.Dot(reduced, added), SquaredLength(added));
        var needed = About(contrast).Mean / _shapes[mode].Quantile(1 - (error / 2));
        for (var posts = 1; posts <= most; posts++)
        {
            if (point.Variance * (variance - (posts * overlap * overlap / (1 + (posts * leverage)))) <= needed * needed)
            {
                return posts;
            }
        }

        return null;
    }

    private static SettingFit Fit(VarianceSetting setting, Design design, double[] products, double[] responses, double total)
    {
        var precisions = setting.Precisions(design);
        var factor = Cholesky.Of(products, precisions);
        var coefficients = factor.Solve(responses);
        var explained = Cholesky.Dot(responses, coefficients);
        var squares = Math.Max(total - explained, 0) + (PriorPosts * PriorVariance);
        var evidence = Math.Log(setting.Prior) + (0.5 * (precisions.Sum(Math.Log) - factor.LogDeterminant)) - (0.5 * (design.Count - 1 + PriorPosts) * Math.Log(squares));
        return new SettingFit(factor, coefficients, precisions, explained, evidence);
    }

    // The scatter is judged by the residuals alone, with the parameters that they were freed from counted off: priors that are wider than the truth would
    // otherwise make it seem smaller than it is.
    private static Point Scatter(SettingFit fit, Design design, double total)
    {
        var penalty = fit.Coefficients.Select((coefficient, index) => fit.Precisions[index] * coefficient * coefficient).Sum();
        var freedom = Math.Max(1, design.Count - VarianceSetting.EffectiveParameters(fit.Factor, fit.Precisions)) + PriorPosts;
        var squares = Math.Max(total - fit.Explained - penalty, 0) + (PriorPosts * PriorVariance);
        return new Point(fit.Factor, fit.Coefficients, squares / freedom, freedom);
    }

    private static double SquaredLength(double[] vector) => Cholesky.Dot(vector, vector);

    private sealed record SettingFit(Cholesky Factor, double[] Coefficients, double[] Precisions, double Explained, double Evidence);

    private sealed record Point(Cholesky Factor, double[] Coefficients, double Variance, double Freedom);
}
