namespace TelegramMarketing.Publishing;

/// <summary>
/// Bytes that are written once and read many times: the first megabyte in memory, more in a temporary file that the system removes when its
/// handle is closed or finalized, or the process ends in whatever way. One writer; readers begin when it has ended.
/// </summary>
#pragma warning disable CA1001 // A media source is a value that nobody disposes; the handle's finalizer closes it.
internal sealed class Spool
#pragma warning restore CA1001
{
    public const int MemoryLimit = 1 << 20;

    private MemoryStream? _memory = new();
    private FileStream? _file;

    public long Length { get; private set; }

    /// <summary>Where the temporary file is, or on Unix was; <see langword="null"/> while all is in memory.</summary>
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
        var path = Path.Combine(Path.GetTempPath(), "telegrammarketing-" + Path.GetRandomFileName());
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0 };
        if (OperatingSystem.IsWindows())
        {
            options.Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose;
            return new FileStream(path, options);
        }

        // Unpublished posts are nobody else's to read. On Unix an open file needs no name, and without one it cannot outlive the
        // process; deleting on close would leave it behind, as finalizers do not run at the end.
        options.Options = FileOptions.Asynchronous;
        options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(path, options);
        File.Delete(path);
        return file;
    }
}
