using System.Buffers;

namespace TelegramMarketing.BotApi;

/// <summary>The whole body of an answer, in a buffer that is used again: most are a few hundred bytes, and have arrived with the headers.</summary>
internal struct AnswerBody : IDisposable
{
    private const int UsualSize = 4096;
    private byte[] _buffer;
    private int _length;

    public AnswerBody() => _buffer = ArrayPool<byte>.Shared.Rent(UsualSize);

    public readonly ReadOnlySpan<byte> Bytes => _buffer.AsSpan(0, _length);

    /// <summary>Where the next bytes go.</summary>
    public Memory<byte> Free()
    {
        if (_length == _buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(_length * 2);
            Bytes.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }

        return _buffer.AsMemory(_length);
    }

    /// <summary>So many have come.</summary>
    public void Take(int count) => _length += count;

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }
}
