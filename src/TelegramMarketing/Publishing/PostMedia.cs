namespace TelegramMarketing;

/// <summary>
/// A photo, video, animation, document, audio file or sticker of a post: <c>PostMedia.Photo(MediaSource.FromPath("dress.jpg"))</c>.
/// </summary>
public sealed record PostMedia
{
    private PostMedia(PostMediaKind kind, MediaSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        Kind = kind;
        Source = source;
    }

    /// <summary>The kind, as it was asked for.</summary>
    public PostMediaKind Kind { get; }

    /// <summary>Where the bytes come from.</summary>
    public MediaSource Source { get; }

    /// <summary>A photo.</summary>
    public static PostMedia Photo(MediaSource source) => new(PostMediaKind.Photo, source);

    /// <summary>A video.</summary>
    public static PostMedia Video(MediaSource source) => new(PostMediaKind.Video, source);

    /// <summary>An animation: a GIF, or a video without sound.</summary>
    public static PostMedia Animation(MediaSource source) => new(PostMediaKind.Animation, source);

    /// <summary>A document: any file, unchanged.</summary>
    public static PostMedia Document(MediaSource source) => new(PostMediaKind.Document, source);

    /// <summary>Music.</summary>
    public static PostMedia Audio(MediaSource source) => new(PostMediaKind.Audio, source);

    /// <summary>A sticker: a file, or one of a series by <c>MediaSource.FromFileId(sticker.FileId)</c>, which readers can open.</summary>
    public static PostMedia Sticker(MediaSource source) => new(PostMediaKind.Sticker, source);
}
