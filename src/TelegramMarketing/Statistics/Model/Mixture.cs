namespace TelegramMarketing.Statistics.Model;

/// <summary>What is known about one number: a mixture of t distributions, one for each setting of the variances, weighted by how well that setting explains the posts.</summary>
internal sealed class Mixture(StudentT[] shapes, double[] weights, double[] centres, double[] scales)
{
    public double Mean { get; } = Cholesky.Dot(weights, centres);

    /// <summary>The probability that the number is not above <paramref name="value"/>.</summary>
    public double Below(double value)
    {
        var sum = 0.0;
        for (var index = 0; index < weights.Length; index++)
        {
            sum += weights[index] * shapes[index].Below((value - centres[index]) / scales[index]);
        }

        return sum;
    }

    /// <summary>The value that the number stays below with a probability: Newton's steps, kept inside a bracket that shrinks.</summary>
    public double Quantile(double probability)
    {
        var reach = scales.Max() * Math.Abs(shapes.MinBy(static shape => shape.Degrees)!.Quantile(Math.Min(probability, 1 - probability) / 2));
        var (low, high) = (centres.Min() - reach, centres.Max() + reach);
        var value = Math.Clamp(Mean + (Math.Sign(probability - 0.5) * reach / 2), low, high);
        for (var step = 0; step < 60 && high - low > 1e-9; step++)
        {
            var excess = Below(value) - probability;
            if (Math.Abs(excess) < 1e-9)
            {
                break;
            }

            (low, high) = excess < 0 ? (value, high) : (low, value);
            var next = value - (excess / Math.Max(Density(value), 1e-12));
            value = next > low && next < high ? next : (low + high) / 2;
        }

        return value;
    }

    private double Density(double value)
    {
        var sum = 0.0;
        for (var index = 0; index < weights.Length; index++)
        {
            sum += weights[index] * shapes[index].Density((value - centres[index]) / scales[index]) / scales[index];
        }

        return sum;
    }
}
