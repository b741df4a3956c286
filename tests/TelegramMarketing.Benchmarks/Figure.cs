namespace TelegramMarketing.Benchmarks;

/// <summary>A measured figure with its bound.</summary>
internal sealed record Figure(string Of, string What, double Value, Bound Bound, string Format = "0.000")
{
    public bool Holds => Bound.Holds(Value);

    /// <summary>Prints the figures as a table.</summary>
    /// <returns>The process's exit code: 1 where a bound is missed.</returns>
    public static int Report(IReadOnlyList<Figure> figures)
    {
        var width = figures.Max(figure => figure.Of.Length);
        var whatWidth = figures.Max(figure => figure.What.Length);
        Console.WriteLine();
        foreach (var figure in figures)
        {
            var verdict = figure.Bound == Bound.None ? "" : figure.Holds ? "holds" : "MISSED";
            Console.WriteLine($"{figure.Of.PadRight(width)}  {figure.What.PadRight(whatWidth)}  {figure.Value.ToString(figure.Format, System.Globalization.CultureInfo.InvariantCulture),10}  {figure.Bound.ToString(),-8} {verdict}");
        }

        return figures.All(figure => figure.Holds) ? 0 : 1;
    }
}
