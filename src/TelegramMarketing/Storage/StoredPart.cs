namespace TelegramMarketing.Storage;

/// <summary>A <see cref="PlannedMessage"/> as JSON.</summary>
internal sealed record StoredPart
{
    /// <summary>The markup.</summary>
    public string? Text { get; init; }

    public StoredMedia[]? Media { get; init; }

    public StoredButton[][]? Buttons { get; init; }

    public bool RepliesToFirst { get; init; }

    public bool Silent { get; init; }

    public StoredQuietHours? QuietHours { get; init; }

    public bool Protected { get; init; }

    public bool Spoiler { get; init; }

    public bool CaptionAbove { get; init; }

    public StoredPreview? LinkPreview { get; init; }
}
