using System.Buffers.Binary;

namespace TelegramMarketing.Publishing;

/// <summary>
/// Reads the size of a picture from its header: PNG, GIF, WEBP and BMP from the first bytes, JPEG by walking from segment to segment.
/// No pixel is decoded. A file that is none of them, or is cut off or damaged, has no known size.
/// </summary>
internal static class ImageHeader
{
    private const int HeadLength = 32;

    // A JPEG has a handful of segments before its frame; a file with more than this is a damaged one.
    private const int MaxSegments = 4096;

    /// <summary>The size; <see langword="null"/> when it cannot be told. The stream must be seekable and stand at its beginning.</summary>
    public static async Task<PixelSize?> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var head = new byte[HeadLength];
        var length = await stream.ReadAtLeastAsync(head, HeadLength, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        return IsJpeg(head.AsSpan(0, length))
            ? await ReadJpegAsync(stream, cancellationToken).ConfigureAwait(false)
            : ReadHead(head.AsSpan(0, length));
    }

    private static bool IsJpeg(ReadOnlySpan<byte> head) => head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]);

    private static PixelSize? ReadHead(ReadOnlySpan<byte> head)
    {
        if (head.Length >= 24 && head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) && head[12..].StartsWith("IHDR"u8))
        {
            return Size(BinaryPrimitives.ReadInt32BigEndian(head[16..]), BinaryPrimitives.ReadInt32BigEndian(head[20..]));
        }

        if (head.Length >= 10 && (head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8)))
        {
            return Size(BinaryPrimitives.ReadUInt16LittleEndian(head[6..]), BinaryPrimitives.ReadUInt16LittleEndian(head[8..]));
        }

        if (head.Length >= 30 && head.StartsWith("RIFF"u8) && head[8..].StartsWith("WEBP"u8))
        {
            return ReadWebP(head);
        }

        // A BMP with its first row on top has a negative height.
        return head.Length >= 26 && head.StartsWith("BM"u8) && BinaryPrimitives.ReadInt32LittleEndian(head[14..]) >= 40
            && BinaryPrimitives.ReadInt32LittleEndian(head[22..]) is var height and not int.MinValue
            ? Size(BinaryPrimitives.ReadInt32LittleEndian(head[18..]), Math.Abs(height))
            : null;
    }

    private static PixelSize? ReadWebP(ReadOnlySpan<byte> head)
    {
        var chunk = head[12..];
        if (chunk.StartsWith("VP8X"u8))
        {
            return Size(1 + ReadUInt24(head[24..]), 1 + ReadUInt24(head[27..]));
        }

        if (chunk.StartsWith("VP8L"u8) && head[20] == 0x2F)
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(head[21..]);
            return Size(1 + (int)(bits & 0x3FFF), 1 + (int)((bits >> 14) & 0x3FFF));
        }

        return chunk.StartsWith("VP8 "u8) && head[23..].StartsWith((ReadOnlySpan<byte>)[0x9D, 0x01, 0x2A])
            ? Size(BinaryPrimitives.ReadUInt16LittleEndian(head[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(head[28..]) & 0x3FFF)
            : null;
    }

    private static async Task<PixelSize?> ReadJpegAsync(Stream stream, CancellationToken cancellationToken)
    {
        stream.Position = 2;
        var segment = new byte[9];
        for (var i = 0; i < MaxSegments; i++)
        {
            // Marker (2), length (2), and of a frame: precision (1), height (2), width (2).
            var read = await stream.ReadAtLeastAsync(segment, segment.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            if (read < segment.Length || segment[0] != 0xFF)
            {
                return null;
            }

            var marker = segment[1];
            if (IsFrame(marker))
            {
                return Size(BinaryPrimitives.ReadUInt16BigEndian(segment.AsSpan(7)), BinaryPrimitives.ReadUInt16BigEndian(segment.AsSpan(5)));
            }

            // Fill bytes may stand before a marker; some markers stand without a length.
            var skip = marker == 0xFF ? 1 : IsBare(marker) ? 2 : 2 + BinaryPrimitives.ReadUInt16BigEndian(segment.AsSpan(2));
            stream.Position += skip - read;
        }

        return null;
    }

    // C4 holds Huffman tables, C8 is reserved, CC holds arithmetic conditioning.
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static bool IsBare(byte marker) => marker is 0x01 or (>= 0xD0 and <= 0xD7);

    private static int ReadUInt24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);

    private static PixelSize? Size(int width, int height) => width > 0 && height > 0 ? new PixelSize(width, height) : null;
}
