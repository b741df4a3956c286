namespace TelegramMarketing;

/// <summary>
/// What a company publishes: a text, media, or both, with its <see cref="PostKind"/>. A post is a value; one and the same can be
/// published to several channels, and media from a stream is read once for all of them.
/// </summary>
public sealed record Post
{
    /// <summary>The editorial category, by which views are compared.</summary>
    /// <value>Defaults to <see cref="PostKind.News"/>.</value>
    public PostKind Kind { get; init; } = PostKind.News;

    /// <summary>The text, or the caption when there are media.</summary>
    public PostText? Text { get; init; }

    /// <summary>
    /// Nothing, one of any kind, or several: an album, or several albums as <see cref="LargeAlbum"/> and <see cref="MixedAlbum"/> say.
    /// </summary>
    public IReadOnlyList<PostMedia> Media { get; init; } = [];

    /// <summary>
    /// Rows of buttons: at most 12 in a row and 300 in total. They stand under the last message of the post. An album cannot carry
    /// buttons, so that the text follows it in a message of its own, with the buttons.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<PostButton>> Buttons { get; init; } = [];

    /// <summary>Labels of the host's own, for its reports. Not shown to readers.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Subscribers get no sound. The parts of a post that follow its first message never make one.</summary>
    /// <value>Defaults to <see langword="false"/>.</value>
    public bool Silent { get; init; }

    /// <summary>Forwarding and saving are not allowed.</summary>
    /// <value>Defaults to <see langword="false"/>.</value>
    public bool Protected { get; init; }

    /// <summary>Photos, videos and animations are covered until the reader taps them.</summary>
    /// <value>Defaults to <see langword="false"/>.</value>
    public bool Spoiler { get; init; }

    /// <summary>
    /// The caption stands above photos, videos and animations. A text that becomes a message of its own, as it is too long for a
    /// caption or carries the buttons of an album, follows the media all the same.
    /// </summary>
    /// <value>Defaults to <see langword="false"/>.</value>
    public bool CaptionAbove { get; init; }

    /// <summary>How a link in the text is previewed.</summary>
    /// <value>Defaults to <see langword="null"/>: as Telegram decides.</value>
    public LinkPreview? LinkPreview { get; init; }

    /// <summary>What becomes of a text that one message cannot hold.</summary>
    /// <value>Defaults to <see cref="LongText.Split"/>.</value>
    public LongText LongText { get; init; } = LongText.Split;

    /// <summary>What becomes of more than ten media.</summary>
    /// <value>Defaults to <see cref="LargeAlbum.Split"/>.</value>
    public LargeAlbum LargeAlbum { get; init; } = LargeAlbum.Split;

    /// <summary>What becomes of media that do not go together in an album.</summary>
    /// <value>Defaults to <see cref="MixedAlbum.Refuse"/>.</value>
    public MixedAlbum MixedAlbum { get; init; } = MixedAlbum.Refuse;

    /// <summary>The kind and the size, and never the content, so that a log line shows no unpublished text.</summary>
    public override string ToString() => $"{Kind} post ({Text?.Length ?? 0} characters, {Media.Count} media)";

    /// <summary>A news item.</summary>
    public static Post News(PostText text) => new() { Kind = PostKind.News, Text = text };

    /// <summary>A promotion.</summary>
    public static Post Promotion(PostText text) => new() { Kind = PostKind.Promotion, Text = text };

    /// <summary>An event.</summary>
    public static Post Event(PostText text) => new() { Kind = PostKind.Event, Text = text };
}
