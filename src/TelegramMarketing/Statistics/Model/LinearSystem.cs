namespace TelegramMarketing.Statistics.Model;

/// <summary>Sums over the posts, each made in one pass over the few numbers and levels of a row.</summary>
internal sealed class LinearSystem(Design design)
{
    private readonly int _size = design.Columns.Count;

    /// <summary>The products of the columns, weighted.</summary>
    public double[] Products(double[] weights)
    {
        var sums = new double[_size * _size];
        for (var row = 0; row < design.Count; row++)
        {
            var numbers = design.Numbers.AsSpan(row * design.NumbersPerRow, design.NumbersPerRow);
            var levels = design.Levels.AsSpan(row * design.LevelsPerRow, design.LevelsPerRow);
            var weight = weights[row];
            for (var left = 0; left < numbers.Length; left++)
            {
                var line = sums.AsSpan(left * _size, _size);
                var number = numbers[left] * weight;
                for (var right = 0; right <= left; right++)
                {
                    line[right] += number * numbers[right];
                }
            }

            for (var left = 0; left < levels.Length; left++)
            {
                if (levels[left] < 0)
                {
                    continue;
                }

                var line = sums.AsSpan(levels[left] * _size, _size);
                for (var right = 0; right < numbers.Length; right++)
                {
                    line[right] += weight * numbers[right];
                }

                for (var right = 0; right <= left; right++)
                {
                    if (levels[right] >= 0)
                    {
                        line[levels[right]] += weight;
                    }
                }
            }
        }

        return sums;
    }

    /// <summary>The products of the columns with a response, weighted.</summary>
    public double[] Products(double[] weights, double[] response)
    {
        var sums = new double[_size];
        for (var row = 0; row < design.Count; row++)
        {
            var numbers = design.Numbers.AsSpan(row * design.NumbersPerRow, design.NumbersPerRow);
            var value = weights[row] * response[row];
            for (var column = 0; column < numbers.Length; column++)
            {
                sums[column] += value * numbers[column];
            }

            foreach (var level in design.Levels.AsSpan(row * design.LevelsPerRow, design.LevelsPerRow))
            {
                if (level >= 0)
                {
                    sums[level] += value;
                }
            }
        }

        return sums;
    }

    /// <summary>Writes down what the coefficients say of each post.</summary>
    public void Fit(double[] coefficients, double[] fitted)
    {
        for (var row = 0; row < design.Count; row++)
        {
            fitted[row] = Cholesky.Dot(design.Numbers.AsSpan(row * design.NumbersPerRow, design.NumbersPerRow), coefficients);
            foreach (var level in design.Levels.AsSpan(row * design.LevelsPerRow, design.LevelsPerRow))
            {
                fitted[row] += level >= 0 ? coefficients[level] : 0;
            }
        }
    }
}
