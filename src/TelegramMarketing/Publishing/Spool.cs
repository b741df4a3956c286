namespace TelegramMarketing.Publishing;

/// <summary>
/// Bytes that are written once and read many times: the first megabyte in memory, more in a temporary file that its handle deletes when
/// it is closed or finalized. One writer; readers begin when it has ended.
/// </summary>
#pragma warning disable CA1001 // A media source is a value that nobody disposes; the handle's finalizer closes and deletes the file.
internal sealed class Spool
#pragma warning restore CA1001
{
    public const int MemoryLimit = 1 << 20;

    private MemoryStream? _memory = new();
    private FileStream? _file;

    public long Length { get; private set; }

    /// <summary>The temporary file; <see langword="null"/> while all is in memory.</summary>
    public string? FilePath => _file?.Name;

    public async Task AppendAsync(ReadOnlyMemory<byte> bytes)
    {
        if (_memory is not null && Length + bytes.Length <= MemoryLimit)
        {
            _memory.Write(bytes.Span);
        }
        else
        {
            await AppendToFileAsync(bytes).ConfigureAwait(false);
        }

        Length += bytes.Length;
    }

    public Stream OpenRead() => _file is not null
        ? new SpoolReader(this, _file.SafeFileHandle, Length)
        : new MemoryStream(_memory!.GetBuffer(), 0, (int)Length, writable: false);

    /// <summary>Drops what was written.</summary>
    public void Clear()
    {
        _file?.Dispose();
        _file = null;
        _memory = new MemoryStream();
        Length = 0;
    }

    private async Task AppendToFileAsync(ReadOnlyMemory<byte> bytes)
    {
        _file ??= CreateFile();
        if (_memory is not null)
        {
            await RandomAccess.WriteAsync(_file.SafeFileHandle, _memory.GetBuffer().AsMemory(0, (int)_memory.Length), 0).ConfigureAwait(false);
            _memory = null;
        }

        await RandomAccess.WriteAsync(_file.SafeFileHandle, bytes, Length).ConfigureAwait(false);
    }

    private static FileStream CreateFile()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
        {
            // Unpublished posts are nobody else's to read.
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(Path.Combine(Path.GetTempPath(), "telegrammarketing-" + Path.GetRandomFileName()), options);
    }
}
