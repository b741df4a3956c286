using Telegram.Bot.Types;

namespace TelegramMarketing.BotApi;

/// <summary>The files of one send: opened for it, and closed after it.</summary>
internal sealed class MediaUpload(string botName) : IDisposable
{
    private readonly List<Stream> _open = [];

    /// <summary>How many bytes are uploaded; those of files that Telegram has already are not.</summary>
    public long Bytes { get; private set; }

    /// <summary>Telegram's own copy where it has one, else the address, else the bytes.</summary>
    /// <exception cref="TelegramMarketingException">The file is not there any more, or may not be read.</exception>
    public InputFile Open(PostMedia media)
    {
        var source = media.Source;
        if (source.Origin == MediaOrigin.FileId)
        {
            return new InputFileId(source.Value);
        }

        if (source.Origin == MediaOrigin.Url)
        {
            return new InputFileUrl(source.Value);
        }

        if (source.FindFileId(botName, media.Kind) is { } fileId)
        {
            return new InputFileId(fileId);
        }

        var stream = source.OpenRead();
        _open.Add(stream);
        Bytes += stream.Length;
        return new InputFileStream(stream, source.FileName);
    }

    public void Dispose()
    {
        foreach (var stream in _open)
        {
            stream.Dispose();
        }
    }
}
