namespace TelegramMarketing.Benchmarks;

/// <summary>What a figure must not exceed, or must reach.</summary>
internal readonly record struct Bound(double? AtLeast, double? AtMost)
{
    public static Bound None => default;

    public static Bound Least(double value) => new(value, null);

    public static Bound Most(double value) => new(null, value);

    public bool Holds(double figure) => !(figure < AtLeast) && !(figure > AtMost);

    public override string ToString() => AtLeast is { } least ? $"≥ {least}" : AtMost is { } most ? $"≤ {most}" : "";
}
