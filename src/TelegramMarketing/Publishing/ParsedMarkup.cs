namespace TelegramMarketing.Publishing;

/// <summary>A markup as Telegram understands it.</summary>
internal sealed class ParsedMarkup
{
    /// <summary>The text that is left when the tags are taken out.</summary>
    public string Text { get; init; } = "";

    public IReadOnlyList<MarkupEntity> Entities { get; init; } = [];

    /// <summary>Telegram refuses the markup.</summary>
    public MarkupFault? Error { get; init; }

    /// <summary>Telegram accepts the markup and silently drops what the author meant.</summary>
    public MarkupFault? Loss { get; init; }
}
