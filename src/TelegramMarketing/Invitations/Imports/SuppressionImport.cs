namespace TelegramMarketing;

/// <summary>What became of a list of people who are not to be written to.</summary>
public sealed record SuppressionImport
{
    /// <summary>Rows by which somebody is not written to any more.</summary>
    public int Added { get; init; }

    /// <summary>Rows that were news in nothing: all that they name was in the list already, or stood in an earlier row.</summary>
    public int Known { get; init; }

    /// <summary>
    /// What could not be read, in the order of the lines. Of a row of which a part is wrong the rest holds, and is counted: a customer whose e-mail address is malformed is not written to.
    /// </summary>
    public IReadOnlyList<ImportProblem> Problems { get; init; } = [];

    /// <summary>The counts, without personal data.</summary>
    public override string ToString() => FormattableString.Invariant($"{Added} added, {Known} known, {Problems.Count} problems");
}
