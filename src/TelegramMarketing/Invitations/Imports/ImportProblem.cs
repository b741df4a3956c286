namespace TelegramMarketing;

/// <summary>What is wrong with a line of an imported list.</summary>
public sealed record ImportProblem
{
    /// <summary>The line of the file, from 1; the header and empty lines count.</summary>
    public required long Line { get; init; }

    /// <summary>What is wrong and what would be right, without the values themselves.</summary>
    public required string Problem { get; init; }

    /// <summary>The line and the problem.</summary>
    public override string ToString() => FormattableString.Invariant($"Line {Line}: {Problem}");
}
