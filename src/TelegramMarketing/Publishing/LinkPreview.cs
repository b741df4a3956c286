namespace TelegramMarketing;

/// <summary>How the preview of a link in a text post is shown. Ignored under media, where Telegram shows none.</summary>
public sealed record LinkPreview
{
    /// <summary>No preview at all.</summary>
    public static LinkPreview Disabled { get; } = new() { IsDisabled = true };

    /// <summary>No preview is shown.</summary>
    /// <value>Defaults to <see langword="false"/>.</value>
    public bool IsDisabled { get; init; }

    /// <summary>The address to preview, http or https. It need not stand in the text.</summary>
    /// <value>Defaults to <see langword="null"/>: the first link of the text.</value>
    public Uri? Url { get; init; }

    /// <summary>The preview's picture is shrunk; excludes <see cref="PreferLargeMedia"/>.</summary>
    public bool PreferSmallMedia { get; init; }

    /// <summary>The preview's picture is enlarged; excludes <see cref="PreferSmallMedia"/>.</summary>
    public bool PreferLargeMedia { get; init; }

    /// <summary>The preview stands above the text.</summary>
    public bool ShowAboveText { get; init; }
}
