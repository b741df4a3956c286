namespace TelegramMarketing.Storage;

/// <summary>Somebody who is not to be written to, known by a keyed hash only, so that it survives an erasure and tells nobody who it is.</summary>
internal sealed class SuppressionRow
{
    public string BotName { get; set; } = "";

    public string Hash { get; set; } = "";

    /// <summary>The means that is suppressed; empty for all.</summary>
    public string Transport { get; set; } = "";

    public SuppressionReason Reason { get; set; }

    /// <summary>In UTC ticks.</summary>
    public long At { get; set; }
}
