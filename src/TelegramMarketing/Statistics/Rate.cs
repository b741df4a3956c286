namespace TelegramMarketing;

/// <summary>A share of two figures, with the interval that their rounding leaves open. 0.05 is 5 %.</summary>
/// <param name="Value">The share of the figures as written.</param>
/// <param name="Low">The smallest share that they can stand for.</param>
/// <param name="High">The largest share that they can stand for; equal to <paramref name="Low"/> when both figures are exact.</param>
public readonly record struct Rate(double Value, double Low, double High)
{
    /// <summary>The share of two figures.</summary>
    /// <returns><see langword="null"/> when <paramref name="whole"/> is or may be zero: a share of nothing is unknown.</returns>
    public static Rate? Of(Count part, Count whole) =>
        whole.Low == 0 ? null : new Rate((double)part.Value / whole.Value, (double)part.Low / whole.High, (double)part.High / whole.Low);
}
