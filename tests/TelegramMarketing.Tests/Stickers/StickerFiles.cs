using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace TelegramMarketing.Tests.Stickers;

/// <summary>Files of stickers, as small as their headers allow.</summary>
internal static class StickerFiles
{
    public static byte[] Png(int width, int height, int seed = 0, int length = 200)
    {
        var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        Chunk("IHDR", header);
        Chunk("IDAT", Noise(length, seed));
        Chunk("IEND", []);
        return file.ToArray();

        void Chunk(string type, byte[] content)
        {
            var size = new byte[4];
            BinaryPrimitives.WriteInt32BigEndian(size, content.Length);
            file.Write([.. size, .. Encoding.ASCII.GetBytes(type), .. content, 0, 0, 0, 0]);
        }
    }

    public static byte[] Webp(int width, int height, int seed = 0, int length = 200, bool isAnimated = false)
    {
        var file = new byte[30 + length];
        "RIFF"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), file.Length - 8);
        "WEBPVP8X"u8.CopyTo(file.AsSpan(8));
        file[16] = 10;
        file[20] = (byte)(isAnimated ? 0x12 : 0x10);
        WriteUInt24(file.AsSpan(24), width - 1);
        WriteUInt24(file.AsSpan(27), height - 1);
        Noise(length, seed).CopyTo(file, 30);
        return file;
    }

    public static byte[] Tgs(double seconds = 2, double framesPerSecond = 60, int side = 512, int seed = 0) =>
        Gzip(FormattableString.Invariant($$"""{"tgs":1,"v":"5.5.2","fr":{{framesPerSecond}},"ip":0,"op":{{seconds * framesPerSecond}},"w":{{side}},"h":{{side}},"nm":"{{seed}}","layers":[]}"""));

    public static byte[] Gzip(string text)
    {
        var file = new MemoryStream();
        using (var gzip = new GZipStream(file, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return file.ToArray();
    }

    public static byte[] Webm(double seconds = 2, int width = 512, int height = 512, string codec = "V_VP9", bool hasAudio = false, ulong frameNanoseconds = 33_333_333, string docType = "webm", int seed = 0)
    {
        byte[] video = [.. Element(0x83, [1]), .. Element(0x86, Encoding.ASCII.GetBytes(codec)), .. Element(0x23E383, Number(frameNanoseconds)), .. Element(0xE0, [.. Element(0xB0, Number((ulong)width)), .. Element(0xBA, Number((ulong)height))])];
        byte[] audio = hasAudio ? Element(0xAE, [.. Element(0x83, [2]), .. Element(0x86, "A_OPUS"u8.ToArray())]) : [];
        var duration = new byte[8];
        BinaryPrimitives.WriteDoubleBigEndian(duration, seconds * 1_000);
        byte[] segment =
        [
            .. Element(0x1549A966, [.. Element(0x2AD7B1, Number(1_000_000)), .. Element(0x4489, duration)]),
            .. Element(0x1654AE6B, [.. Element(0xAE, video), .. audio]),
            .. Element(0x1F43B675, Noise(200, seed)),
        ];
        return [.. Element(0x1A45DFA3, Element(0x4282, Encoding.ASCII.GetBytes(docType))), .. Element(0x18538067, segment)];
    }

    public static MediaSource Source(byte[] bytes, string name) => MediaSource.FromStream(new MemoryStream(bytes), name);

    private static byte[] Element(uint id, byte[] content)
    {
        var number = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(number, (uint)content.Length | (1UL << 56));
        byte[] name = [(byte)(id >> 24), (byte)(id >> 16), (byte)(id >> 8), (byte)id];
        return [.. name.SkipWhile(part => part == 0), .. number, .. content];
    }

    private static byte[] Number(ulong value)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] Noise(int length, int seed)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    private static void WriteUInt24(Span<byte> bytes, int value) => (bytes[0], bytes[1], bytes[2]) = ((byte)value, (byte)(value >> 8), (byte)(value >> 16));
}
