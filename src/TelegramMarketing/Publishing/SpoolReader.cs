using Microsoft.Win32.SafeHandles;

namespace TelegramMarketing.Publishing;

/// <summary>Reads a spooled file from a position of its own. It holds on to the spool, so that the file outlives every reader.</summary>
internal sealed class SpoolReader(Spool owner, SafeFileHandle handle, long length) : Stream
{
    private Spool? _owner = owner;
    private long _position;

    public override bool CanRead => _owner is not null;

    public override bool CanSeek => _owner is not null;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => _position;
        set => _position = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A position is not negative.");
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        ObjectDisposedException.ThrowIf(_owner is null, this);
        var read = RandomAccess.Read(handle, buffer, _position);
        _position += read;
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_owner is null, this);
        var read = await RandomAccess.ReadAsync(handle, buffer, _position, cancellationToken).ConfigureAwait(false);
        _position += read;
        return read;
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => _position + offset,
        _ => length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException("A spooled file is only read.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("A spooled file is only read.");

    protected override void Dispose(bool disposing)
    {
        _owner = null;
        base.Dispose(disposing);
    }
}
