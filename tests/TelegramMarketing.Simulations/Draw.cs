namespace TelegramMarketing.Simulations;

/// <summary>Random numbers of the distributions that a channel is drawn from.</summary>
internal sealed class Draw(int seed)
{
    private readonly Random _random = new(seed);

    public int Integer((int From, int To) range) => _random.Next(range.From, range.To + 1);

    public double Uniform(double from, double to) => from + ((to - from) * _random.NextDouble());

    public bool Happens(double probability) => _random.NextDouble() < probability;

    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());

    /// <summary>A t number, which is a normal one when there are no degrees of freedom.</summary>
    public double Scatter(int degrees)
    {
        var normal = Normal();
        if (degrees == 0)
        {
            return normal;
        }

        var squares = 0.0;
        for (var index = 0; index < degrees; index++)
        {
            var number = Normal();
            squares += number * number;
        }

        return normal / Math.Sqrt(squares / degrees);
    }

    public int Index(IReadOnlyList<double> shares)
    {
        var left = Uniform(0, shares.Sum());
        for (var index = 0; index < shares.Count - 1; index++)
        {
            left -= shares[index];
            if (left < 0)
            {
                return index;
            }
        }

        return shares.Count - 1;
    }
}
