namespace TelegramMarketing.Publishing;

/// <summary>A stretch of a text that is shown in a special way.</summary>
/// <param name="Kind">The way.</param>
/// <param name="Offset">Where it begins, in UTF-16 units of the text.</param>
/// <param name="Length">How long it is, in UTF-16 units.</param>
/// <param name="Argument">The link, the language, the id of the emoji or of the user, or the time in seconds since 1970; else empty.</param>
/// <param name="Format">How a time is shown; else empty.</param>
internal readonly record struct MarkupEntity(MarkupEntityKind Kind, int Offset, int Length, string Argument = "", string Format = "")
{
    public int End => Offset + Length;

    /// <summary>In Telegram's order: by offset, the enclosing one first.</summary>
    public static IReadOnlyList<MarkupEntity> Sort(IEnumerable<MarkupEntity> entities) =>
        [.. entities.OrderBy(e => e.Offset).ThenByDescending(e => e.Length).ThenBy(e => e.Kind)];
}
