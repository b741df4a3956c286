namespace TelegramMarketing.Tests.Publishing;

/// <summary>A non-seekable stream that gives its bytes in pieces, counts its reads and can wait or fail before one of them.</summary>
internal sealed class ScriptedStream(byte[] bytes, int pieceSize) : Stream
{
    private int _position;
    private int _reads;

    public Func<int, Task>? BeforeRead { get; init; }

    public int BytesRead => _position;

    public int EndsReached { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (BeforeRead is not null)
        {
            await BeforeRead(_reads);
        }

        _reads++;
        var count = Math.Min(Math.Min(pieceSize, buffer.Length), bytes.Length - _position);
        bytes.AsMemory(_position, count).CopyTo(buffer);
        _position += count;
        EndsReached += count == 0 ? 1 : 0;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new InvalidOperationException("Synchronous reading is not allowed.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
