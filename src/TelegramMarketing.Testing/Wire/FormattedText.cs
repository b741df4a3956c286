namespace TelegramMarketing.Testing.Wire;

/// <summary>A text with its entities, as Telegram keeps it.</summary>
internal sealed record FormattedText(string Text, IReadOnlyList<TelegramEntity> Entities)
{
    /// <summary>How long Telegram takes it to be: in Unicode code points.</summary>
    public int Length => Text.EnumerateRunes().Count();

    /// <summary>Without space at its ends; the entities move along.</summary>
    public FormattedText Trim()
    {
        var begin = Text.Length - Text.TrimStart().Length;
        var text = Text.Trim();
        var entities = Entities
            .Select(entity =>
            {
                var from = Math.Clamp(entity.Offset - begin, 0, text.Length);
                var to = Math.Clamp(entity.Offset + entity.Length - begin, 0, text.Length);
                return entity with { Offset = from, Length = to - from };
            })
            .Where(entity => entity.Length > 0);
        return new FormattedText(text, [.. entities]);
    }
}
