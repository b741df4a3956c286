namespace TelegramMarketing.Charts.Drawing;

/// <summary>Takes figures to positions.</summary>
/// <param name="Low">The figure at <paramref name="From"/>.</param>
/// <param name="High">The figure at <paramref name="To"/>.</param>
/// <param name="From">The position of the lowest.</param>
/// <param name="To">The position of the highest.</param>
/// <param name="IsLogarithmic">Equal ratios, not equal differences, are equally long.</param>
internal readonly record struct Scale(double Low, double High, double From, double To, bool IsLogarithmic = false)
{
    /// <summary>The position of a figure; one beyond the ends stands at the end.</summary>
    public double At(double figure)
    {
        var (low, high, value) = IsLogarithmic ? (Math.Log(Low), Math.Log(High), Math.Log(Math.Max(figure, double.Epsilon))) : (Low, High, figure);
        var share = high > low ? Math.Clamp((value - low) / (high - low), 0, 1) : 0.5;
        return From + (share * (To - From));
    }

    /// <summary>Round figures from the lowest to the highest, about as many as asked for.</summary>
    public static IReadOnlyList<double> Ticks(double low, double high, int count)
    {
        var raw = (high - low) / Math.Max(1, count);
        if (!(raw > 0) || !double.IsFinite(raw))
        {
            return [low];
        }

        var power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        var step = Math.Max(1, power * ((raw / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 }));
        var first = Math.Ceiling(low / step);
        var last = Math.Floor((high / step) + 1e-9);
        return [.. Enumerable.Range(0, (int)(last - first) + 1).Select(index => (first + index) * step)];
    }
}
