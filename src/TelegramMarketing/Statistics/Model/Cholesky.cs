namespace TelegramMarketing.Statistics.Model;

/// <summary>A symmetric positive definite matrix as the product of a lower triangle and its transpose.</summary>
internal sealed class Cholesky
{
    private readonly double[] _lower;
    private readonly int _size;

    private Cholesky(double[] lower, int size)
    {
        _lower = lower;
        _size = size;
    }

    /// <summary>The logarithm of the determinant.</summary>
    public double LogDeterminant
    {
        get
        {
            var sum = 0.0;
            for (var row = 0; row < _size; row++)
            {
                sum += Math.Log(_lower[(row * _size) + row]);
            }

            return 2 * sum;
        }
    }

    /// <summary>Factors a matrix plus a diagonal, which must be positive where the matrix alone is singular.</summary>
    public static Cholesky Of(ReadOnlySpan<double> matrix, ReadOnlySpan<double> diagonal)
    {
        var size = diagonal.Length;
        var lower = new double[size * size];
        for (var row = 0; row < size; row++)
        {
            var current = lower.AsSpan(row * size, size);
            for (var column = 0; column <= row; column++)
            {
                var sum = matrix[(row * size) + column] + (row == column ? diagonal[row] : 0) - Dot(current[..column], lower.AsSpan(column * size, column));
                current[column] = row == column ? Math.Sqrt(Math.Max(sum, 1e-12)) : sum / lower[(column * size) + column];
            }
        }

        return new Cholesky(lower, size);
    }

    /// <summary>Solves the lower triangle: the squared length of the result is the quadratic form of the inverse.</summary>
    public double[] SolveLower(ReadOnlySpan<double> right)
    {
        var result = new double[_size];
        for (var row = 0; row < _size; row++)
        {
            result[row] = (right[row] - Dot(_lower.AsSpan(row * _size, row), result.AsSpan(0, row))) / _lower[(row * _size) + row];
        }

        return result;
    }

    public double[] Solve(ReadOnlySpan<double> right)
    {
        var result = SolveLower(right);
        for (var row = _size - 1; row >= 0; row--)
        {
            result[row] /= _lower[(row * _size) + row];
            for (var above = 0; above < row; above++)
            {
                result[above] -= _lower[(row * _size) + above] * result[row];
            }
        }

        return result;
    }

    /// <summary>The diagonal of the inverse.</summary>
    public double[] InverseDiagonal()
    {
        var diagonal = new double[_size];
        var unit = new double[_size];
        for (var column = 0; column < _size; column++)
        {
            Array.Clear(unit);
            unit[column] = 1;
            var reduced = SolveLower(unit);
            diagonal[column] = Dot(reduced, reduced);
        }

        return diagonal;
    }

    public static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var sum = 0.0;
        for (var index = 0; index < left.Length; index++)
        {
            sum += left[index] * right[index];
        }

        return sum;
    }
}
