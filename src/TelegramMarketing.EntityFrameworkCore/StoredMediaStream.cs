using Microsoft.EntityFrameworkCore;

namespace TelegramMarketing.EntityFrameworkCore;

/// <summary>Reads kept bytes piece by piece, so that a large video never stands in memory as a whole.</summary>
internal sealed class StoredMediaStream(StoreAccess access, Guid publicationId, int source) : Stream
{
    private byte[] _chunk = [];
    private int _position;
    private int _next;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException("The length is known when it has been read.");

    public override long Position
    {
        get => throw new NotSupportedException("It is read from its beginning to its end.");
        set => throw new NotSupportedException("It is read from its beginning to its end.");
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_position == _chunk.Length)
        {
            var ordinal = _next;
            var chunk = await access.RunAsync(
                (db, token) => db.Set<MediaChunkRow>().AsNoTracking()
                    .Where(row => row.PublicationId == publicationId && row.Source == source && row.Ordinal == ordinal)
                    .Select(row => row.Bytes).FirstOrDefaultAsync(token),
                cancellationToken).ConfigureAwait(false);
            if (chunk is null)
            {
                return 0;
            }

            _chunk = chunk;
            _position = 0;
            _next++;
        }

        var count = Math.Min(buffer.Length, _chunk.Length - _position);
        _chunk.AsMemory(_position, count).CopyTo(buffer);
        _position += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("It is read asynchronously.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException("It is read from its beginning to its end.");

    public override void SetLength(long value) => throw new NotSupportedException("It is only read.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("It is only read.");
}
