namespace TelegramMarketing.Storage;

/// <summary>A wording that was shown to customers, with placeholders where the personal addresses stood.</summary>
internal sealed class WordingRow
{
    public string BotName { get; set; } = "";

    public string Hash { get; set; } = "";

    public string Text { get; set; } = "";
}
