namespace TelegramMarketing;

/// <summary>
/// Where the bytes of a photo, video or file come from. A source is reopenable, whatever it came from: a stream is spooled the
/// first time it is needed. After its first upload Telegram's own copy is used instead.
/// </summary>
public sealed class MediaSource
{
    private readonly Stream? _stream;

    private MediaSource(MediaOrigin origin, string value, Stream? stream = null)
    {
        Origin = origin;
        Value = value;
        _stream = stream;
    }

    /// <summary>Where the bytes come from.</summary>
    public MediaOrigin Origin { get; }

    /// <summary>The path, the file name of a stream, the address, or the file id.</summary>
    public string Value { get; }

    /// <summary>A file of this machine. It is opened when it is sent, and must still be there then.</summary>
    public static MediaSource FromPath(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return new(MediaOrigin.Path, path);
    }

    /// <summary>A stream of the host: read once, from where it stands to its end, and not disposed.</summary>
    /// <param name="stream">A readable stream.</param>
    /// <param name="fileName">The name that Telegram shows, with the extension by which it tells the type.</param>
    public static MediaSource FromStream(Stream stream, string fileName)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentException.ThrowIfNullOrWhiteSpace(fileName);
        if (!stream.CanRead)
        {
            throw new ArgumentException("The stream cannot be read; it may have been disposed. Hand over an open one.", nameof(stream));
        }

        return new(MediaOrigin.Stream, fileName, stream);
    }

    /// <summary>An http or https address that Telegram itself fetches: photos up to 5 MB, other files up to 20 MB.</summary>
    public static MediaSource FromUrl(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        return new(MediaOrigin.Url, url.OriginalString);
    }

    /// <summary>A file that Telegram already has, by the id that this same bot was given.</summary>
    public static MediaSource FromFileId(string fileId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(fileId);
        return new(MediaOrigin.FileId, fileId);
    }
}
