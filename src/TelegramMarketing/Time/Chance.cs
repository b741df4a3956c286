using System.Security.Cryptography;

namespace TelegramMarketing.Time;

/// <summary>The library's source of chance: publication ids, invitation tokens, and the jitter of back-off.</summary>
internal class Chance
{
    private readonly Lock _lock = new();
    private readonly byte[] _supply = new byte[1024];
    private int _left;

    /// <summary>Fills the span with unpredictable bytes.</summary>
    public virtual void Fill(Span<byte> bytes)
    {
        if (bytes.Length > _supply.Length)
        {
            RandomNumberGenerator.Fill(bytes);
            return;
        }

        lock (_lock)
        {
            // The system's generator is asked for many at a time, as asking costs far more than the bytes do.
            if (_left < bytes.Length)
            {
                RandomNumberGenerator.Fill(_supply);
                _left = _supply.Length;
            }

            // None is given twice, nor kept.
            var taken = _supply.AsSpan(_left - bytes.Length, bytes.Length);
            taken.CopyTo(bytes);
            taken.Clear();
            _left -= bytes.Length;
        }
    }

    /// <summary>A number from 0 to below 1.</summary>
    public double NextDouble()
    {
        Span<byte> bytes = stackalloc byte[8];
        Fill(bytes);
        return (BitConverter.ToUInt64(bytes) >> 11) * (1.0 / (1UL << 53));
    }

    /// <summary>An id that tells nothing, not even when it was made (UUID version 4).</summary>
    public Guid NextSubject()
    {
        Span<byte> bytes = stackalloc byte[16];
        Fill(bytes);
        bytes[6] = (byte)(0x40 | (bytes[6] & 0x0F));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>An id that sorts by time (UUID version 7).</summary>
    public Guid NextId(DateTimeOffset now)
    {
        Span<byte> bytes = stackalloc byte[16];
        Fill(bytes);
        var milliseconds = now.ToUnixTimeMilliseconds();
        for (var i = 0; i < 6; i++)
        {
            bytes[i] = (byte)(milliseconds >> (8 * (5 - i)));
        }

        bytes[6] = (byte)(0x70 | (bytes[6] & 0x0F));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new Guid(bytes, bigEndian: true);
    }
}
