namespace TelegramMarketing.Publishing;

/// <summary>A file of this machine, looked at afresh each time.</summary>
internal sealed class FileContent(string path) : MediaContent
{
    public string FullPath => path;

    public override ContentVersion Version
    {
        get
        {
            var file = new FileInfo(path);
            return file.Exists ? new ContentVersion(file.Length, file.LastWriteTimeUtc.Ticks) : default;
        }
    }

    public override async Task<MediaFacts> InspectAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            var stream = Open();
            await using (stream.ConfigureAwait(false))
            {
                var length = stream.Length;
                var pixels = await ImageHeader.ReadAsync(stream, cancellationToken).ConfigureAwait(false);
                return new MediaFacts { Length = length, Pixels = pixels };
            }
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return MediaFacts.Missing;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return new MediaFacts { Failure = exception };
        }
    }

    public override Stream OpenRead(MediaSource source)
    {
        try
        {
            return Open();
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Unavailable(source, PlanRules.MediaMissing, "is no longer there: the file has gone since the post was planned. Keep it until the post is published.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw Unavailable(source, PlanRules.MediaUnreadable, $"cannot be read ({exception.GetType().Name}). Grant access to the file.", exception);
        }
    }

    private FileStream Open() => new(path, new FileStreamOptions
    {
        Mode = FileMode.Open,
        Access = FileAccess.Read,
        Share = FileShare.Read | FileShare.Delete,
        Options = FileOptions.Asynchronous,
    });
}
