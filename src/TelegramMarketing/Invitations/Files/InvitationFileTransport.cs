namespace TelegramMarketing.Invitations;

/// <summary>Appends invitations to a file for the company's own mailing. A row is in it as a whole, or not at all.</summary>
/// <param name="path">The file; created with the first row.</param>
/// <param name="open">Opens it for reading and writing; lets a test fill the disk.</param>
internal sealed class InvitationFileTransport(string path, Func<string, Stream> open) : IInvitationTransport
{
    public const string TransportName = "file";

    // Somebody who has the file open, or a disk that is full, is seldom gone in a second.
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();

    public InvitationFileTransport(string path)
        : this(path, Open)
    {
    }

    public string Name => TransportName;

    public bool KeepsQuietHours => false;

    public string Path => path;

    public bool CanReach(InvitationRecipient recipient) => recipient?.Customer is { Length: > 0 };

    public Task<InvitationReceipt> SendAsync(InvitationMessage message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        cancellationToken.ThrowIfCancellationRequested();
        var row = InvitationFileRow.Of(message);
        lock (_lock)
        {
            return Task.FromResult(Append(row));
        }
    }

    private static FileStream Open(string path) => new(path, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.Read, BufferSize = 0 });

    private static InvitationReceipt NotSent(string reason) => InvitationReceipt.NotSent(reason, _patience, isTransportsFault: true);

    // Opened for every row: the company takes a file away by renaming it, and the next row begins another.
    private InvitationReceipt Append(byte[] row)
    {
        try
        {
            using var file = open(path);
            return Refuse(file) ?? Append(file, row);
        }
        catch (DirectoryNotFoundException)
        {
            return NotSent("the directory of the file does not exist");
        }
        catch (UnauthorizedAccessException)
        {
            return NotSent("the file may not be written, or is a directory");
        }
        catch (IOException)
        {
            return NotSent("the file cannot be opened, or another program has it open");
        }
    }

    /// <summary>A file that we have not written, or whose last row is not whole, is left as it is.</summary>
    private static InvitationReceipt? Refuse(Stream file)
    {
        if (file.Length == 0)
        {
            return null;
        }

        var header = InvitationFileRow.Header();
        var start = new byte[header.Length];
        file.Position = 0;
        if (file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) < start.Length || !start.AsSpan().SequenceEqual(header))
        {
            return NotSent("the file begins with other columns: rename it, or name another one");
        }

        file.Position = file.Length - 1;
        return file.ReadByte() == '\n' ? null : NotSent("the last row of the file is not whole: rename the file");
    }

    private static InvitationReceipt Append(Stream file, byte[] row)
    {
        var before = file.Length;
        try
        {
            file.Position = before;
            file.Write(before == 0 ? [.. InvitationFileRow.Header(), .. row] : row);
            Flush(file);
            return InvitationReceipt.HandedOver();
        }
        catch (IOException)
        {
            return TryTakeBack(file, before)
                ? NotSent("the file could not be written to its end: the disk is full, or failed")
                : InvitationReceipt.Unknown("the file could not be written to its end, and what was written could not be taken back: the disk failed");
        }
    }

    private static bool TryTakeBack(Stream file, long length)
    {
        try
        {
            file.SetLength(length);
            Flush(file);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static void Flush(Stream stream)
    {
        if (stream is FileStream file)
        {
            file.Flush(flushToDisk: true);
            return;
        }

        stream.Flush();
    }
}
