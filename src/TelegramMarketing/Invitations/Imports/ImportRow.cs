namespace TelegramMarketing.Invitations;

/// <summary>A row of an imported list.</summary>
/// <param name="Line">Its line in the file, from 1.</param>
/// <param name="Problem">Why it cannot be read as a row.</param>
/// <param name="Fields">What stands in the columns that are known, without surrounding spaces, and only where something does.</param>
internal readonly record struct ImportRow(long Line, string? Problem, IReadOnlyDictionary<string, string> Fields)
{
    public string? this[string column] => Fields.GetValueOrDefault(column);

    /// <summary>Says nothing of the fields.</summary>
    public override string ToString() => FormattableString.Invariant($"line {Line}");
}
