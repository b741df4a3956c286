using TelegramMarketing.Publishing;

namespace TelegramMarketing;

/// <summary>
/// Where the bytes of a photo, video or file come from. A source is reopenable, whatever it came from: a stream is spooled the
/// first time it is needed, up to 1 MB in memory, else in a temporary file. After its first upload Telegram's own copy is used instead.
/// </summary>
/// <remarks>
/// Keep one source for what is published several times. There is nothing to dispose: the temporary file goes when the source is
/// no longer referenced, and with the process at the latest. Safe for concurrent use.
/// </remarks>
public sealed class MediaSource
{
    private readonly MediaContent? _content;
    private readonly FileIdCache _fileIds = new();

    private MediaSource(MediaOrigin origin, string value, string fileName, MediaContent? content = null)
    {
        Origin = origin;
        Value = value;
        FileName = fileName;
        _content = content;
    }

    /// <summary>Where the bytes come from.</summary>
    public MediaOrigin Origin { get; }

    /// <summary>The path, the file name of a stream, the address, or the file id.</summary>
    public string Value { get; }

    /// <summary>The name under which the bytes are uploaded; empty for an address and a file id.</summary>
    internal string FileName { get; }

    /// <summary>The whole path of a file of this machine, whatever directory is current later; else <see langword="null"/>.</summary>
    internal string? FullPath => (_content as FileContent)?.FullPath;

    /// <summary>The ids that Telegram gave to the bytes; empty when they were never uploaded.</summary>
    internal FileIdCache FileIds => _fileIds;

    /// <summary>A file of this machine. It is inspected when the post is planned and opened when it is sent.</summary>
    /// <remarks>
    /// A file that is not there when the post is planned is a violation of the plan, and nothing is sent. A file that is gone by the time
    /// its message is sent ends the publication as Rejected, with the same violation: messages of the post that went out before stay in the
    /// channel, and the ledger names them. A file that has changed is sent as it is then, and uploaded again if an earlier version of it was.
    /// A relative path is taken from the directory that is current when this method is called.
    /// </remarks>
    /// <exception cref="ArgumentException"><paramref name="path"/> is empty or can be no path.</exception>
    public static MediaSource FromPath(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var fullPath = Path.GetFullPath(path);
        var fileName = Path.GetFileName(fullPath);
        return fileName.Length == 0
            ? throw new ArgumentException("The path names a directory. Name the file in it.", nameof(path))
            : new(MediaOrigin.Path, path, fileName, new FileContent(fullPath));
    }

    /// <summary>A stream of the host: read once, from where it stands to its end, and not disposed.</summary>
    /// <remarks>
    /// It is read when the first post with it is planned or published, and must stay open, and be left alone, until that call has ended.
    /// When that call is cancelled, a read that is under way may still end; the next call goes on where it stopped. When the stream fails, so does every post with it, in the same way.
    /// </remarks>
    /// <param name="stream">A readable stream; it need not be seekable.</param>
    /// <param name="fileName">The name that Telegram shows, with the extension by which it tells the type.</param>
    /// <exception cref="ArgumentException">The stream cannot be read, or <paramref name="fileName"/> is empty or can be no file name.</exception>
    public static MediaSource FromStream(Stream stream, string fileName)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentException.ThrowIfNullOrWhiteSpace(fileName);
        if (!stream.CanRead)
        {
            throw new ArgumentException("The stream cannot be read; it may have been disposed. Hand over an open one.", nameof(stream));
        }

        var name = Path.GetFileName(fileName);
        if (name.Length == 0 || name.Any(char.IsControl))
        {
            throw new ArgumentException("A file name is not a directory and has no control characters. Use one such as 'photo.jpg'.", nameof(fileName));
        }

        return new(MediaOrigin.Stream, fileName, name, new SpooledContent(stream));
    }

    /// <summary>An http or https address that Telegram itself fetches: photos up to 5 MB, other files up to 20 MB.</summary>
    public static MediaSource FromUrl(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        return new(MediaOrigin.Url, url.OriginalString, "");
    }

    /// <summary>A file that Telegram already has, by the id that this same bot was given.</summary>
    /// <exception cref="ArgumentException"><paramref name="fileId"/> is empty.</exception>
    public static MediaSource FromFileId(string fileId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(fileId);
        return new(MediaOrigin.FileId, fileId, "");
    }

    /// <summary>The origin, and the file name where there is one.</summary>
    public override string ToString() => FileName.Length == 0 ? Origin.ToString() : $"{Origin} {FileName}";

    /// <summary>How many bytes a send by this bot uploads of it; 0 when Telegram has them, or fetches them itself.</summary>
    internal long UploadLength(string botName, PostMediaKind kind) => _content is null || FindFileId(botName, kind) is not null ? 0 : _content.Version.Length;

    /// <summary>
    /// Looks at the bytes and makes sure that they can be opened again and again. Reads a stream to its end the first time; concurrent calls
    /// share one reading. What is wrong with the bytes is in the facts and never thrown.
    /// </summary>
    /// <exception cref="OperationCanceledException">The caller gave up waiting. A stream's reading pauses when nobody waits for it.</exception>
    internal Task<MediaFacts> InspectAsync(CancellationToken cancellationToken) =>
        _content?.InspectAsync(cancellationToken) ?? Task.FromResult(MediaFacts.Remote);

    /// <summary>Opens the bytes at their beginning; every call gives a stream of its own. A source from a stream must have been inspected.</summary>
    /// <exception cref="TelegramMarketingException">
    /// <see cref="TelegramMarketingError.InvalidPost"/>, with the violation: the file is no longer there, or the bytes cannot be read.
    /// </exception>
    /// <exception cref="InvalidOperationException">It has no bytes of its own (an address, a file id), or a stream was not inspected yet.</exception>
    internal Stream OpenRead()
    {
        var stream = (_content ?? throw new InvalidOperationException("An address and a file id are sent as they are; there is nothing to open.")).OpenRead(this);
        _fileIds.Opened(_content.Version);
        return stream;
    }

    /// <summary>Telegram's id of these bytes, for this bot and kind; <see langword="null"/> when they must be uploaded, as a file that has changed since.</summary>
    internal string? FindFileId(string botName, PostMediaKind kind) =>
        Origin == MediaOrigin.FileId ? Value : _content is null ? null : _fileIds.Find(botName, kind, _content.Version);

    /// <summary>Remembers the id that Telegram gave to the bytes last opened. An id belongs to one bot, and to the kind it was sent as.</summary>
    internal void RememberFileId(string botName, PostMediaKind kind, string fileId)
    {
        if (_content is not null)
        {
            _fileIds.Remember(botName, kind, fileId, _content.Version);
        }
    }
}
