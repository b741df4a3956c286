namespace TelegramMarketing;

/// <summary>How many times the views of the channel's baseline a group of posts earns, and how sure that is.</summary>
/// <param name="Ratio">The best guess: 1.8 is 80 % more views than the baseline, 0.5 is half of it.</param>
/// <param name="Low">The lower end of the 95 % interval.</param>
/// <param name="High">The upper end of the 95 % interval.</param>
public readonly record struct ViewEffect(double Ratio, double Low, double High)
{
    /// <summary>The interval leaves out 1: the group differs from the baseline.</summary>
    public bool IsClear => Low > 1 || High < 1;
}
