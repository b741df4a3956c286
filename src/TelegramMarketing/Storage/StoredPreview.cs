namespace TelegramMarketing.Storage;

/// <summary>A <see cref="LinkPreview"/> as JSON.</summary>
internal sealed record StoredPreview
{
    public bool IsDisabled { get; init; }

    public string? Url { get; init; }

    public bool PreferSmallMedia { get; init; }

    public bool PreferLargeMedia { get; init; }

    public bool ShowAboveText { get; init; }
}
