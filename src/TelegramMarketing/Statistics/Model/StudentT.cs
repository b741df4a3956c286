namespace TelegramMarketing.Statistics.Model;

/// <summary>Student's t distribution.</summary>
/// <param name="degrees">The degrees of freedom.</param>
internal sealed class StudentT(double degrees)
{
    /// <summary>With more the distribution is the normal one to four digits, and its series grows long.</summary>
    private const double Most = 10_000;

    private readonly double _degrees = Math.Min(degrees, Most);
    private readonly double _logBeta = LogBeta(Math.Min(degrees, Most));

    public double Degrees => _degrees;

    public double Density(double t) => Math.Exp((-0.5 * (_degrees + 1) * Math.Log(1 + (t * t / _degrees))) - _logBeta) / Math.Sqrt(_degrees);

    /// <summary>The probability of a value up to <paramref name="t"/>.</summary>
    public double Below(double t)
    {
        var tail = 0.5 * IncompleteBeta(_degrees / (_degrees + (t * t)));
        return t > 0 ? 1 - tail : tail;
    }

    public double Quantile(double probability)
    {
        var (low, high) = (-1e3, 1e3);
        while (high - low > 1e-9)
        {
            var middle = (low + high) / 2;
            (low, high) = Below(middle) < probability ? (middle, high) : (low, middle);
        }

        return low;
    }

    // I_x(degrees/2, 1/2), by Lentz's continued fraction on the side where it converges fast.
    private double IncompleteBeta(double x)
    {
        if (x <= 0 || x >= 1)
        {
            return x <= 0 ? 0 : 1;
        }

        var (a, b) = (_degrees / 2, 0.5);
        var front = Math.Exp((a * Math.Log(x)) + (b * Math.Log(1 - x)) - _logBeta);
        return x < (a + 1) / (a + b + 2) ? front * Fraction(a, b, x) / a : 1 - (front * Fraction(b, a, 1 - x) / b);
    }

    private static double Fraction(double a, double b, double x)
    {
        var c = 1.0;
        var d = 1 / NotZero(1 - ((a + b) * x / (a + 1)));
        var result = d;
        for (var m = 1; m <= 1_000; m++)
        {
            var even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            d = 1 / NotZero(1 + (even * d));
            c = NotZero(1 + (even / c));
            result *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 / NotZero(1 + (odd * d));
            c = NotZero(1 + (odd / c));
            result *= d * c;
            if (Math.Abs((d * c) - 1) < 1e-13)
            {
                break;
            }
        }

        return result;
    }

    private static double LogBeta(double degrees) => LogGamma(degrees / 2) + LogGamma(0.5) - LogGamma((degrees + 1) / 2);

    private static double NotZero(double number) => Math.Abs(number) < 1e-300 ? 1e-300 : number;

    // Stirling's series, after the argument was raised to where it is exact to the last digits.
    private static double LogGamma(double x)
    {
        var shift = 0.0;
        while (x < 15)
        {
            shift -= Math.Log(x);
            x++;
        }

        var square = 1 / (x * x);
        return shift + ((x - 0.5) * Math.Log(x)) - x + (0.5 * Math.Log(2 * Math.PI)) + ((1.0 / 12) - (square * ((1.0 / 360) - (square * ((1.0 / 1260) - (square / 1680)))))) / x;
    }
}
