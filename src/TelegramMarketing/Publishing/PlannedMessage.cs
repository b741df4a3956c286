namespace TelegramMarketing;

/// <summary>One send of a <see cref="PostPlan"/>: a text message, a message with one media, or an album.</summary>
public sealed record PlannedMessage
{
    /// <summary>The text, or the caption; <see langword="null"/> when there is none.</summary>
    public PostText? Text { get; init; }

    /// <summary>Nothing for a text message, one, or two to ten for an album.</summary>
    public IReadOnlyList<PostMedia> Media { get; init; } = [];

    /// <summary>Rows of buttons; none on an album.</summary>
    public IReadOnlyList<IReadOnlyList<PostButton>> Buttons { get; init; } = [];

    /// <summary>This message answers the first one of the plan, so that readers see that they belong together.</summary>
    public bool RepliesToFirst { get; init; }

    /// <inheritdoc cref="Post.Silent"/>
    public bool Silent { get; init; }

    /// <inheritdoc cref="Post.Protected"/>
    public bool Protected { get; init; }

    /// <inheritdoc cref="Post.Spoiler"/>
    public bool Spoiler { get; init; }

    /// <inheritdoc cref="Post.CaptionAbove"/>
    public bool CaptionAbove { get; init; }

    /// <inheritdoc cref="Post.LinkPreview"/>
    public LinkPreview? LinkPreview { get; init; }

    /// <summary>An album: two or more media in one send.</summary>
    public bool IsAlbum => Media.Count > 1;

    /// <summary>How many messages Telegram counts for this send: the items of an album, else one.</summary>
    public int Cost => Math.Max(1, Media.Count);
}
