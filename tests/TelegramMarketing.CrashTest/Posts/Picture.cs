using System.Buffers.Binary;
using System.Globalization;

namespace TelegramMarketing.CrashTest.Posts;

/// <summary>The bytes of a picture, as far as anybody looks at them: its header, and some kilobytes.</summary>
internal static class Picture
{
    private const int LeastSize = 5_000;
    private const int MostItems = 10;

    private static ReadOnlySpan<byte> Head => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52];

    /// <summary>The mark of a picture: Telegram forgets the names of photos, but not their size.</summary>
    public static string MarkOf(int number, int item) => string.Create(CultureInfo.InvariantCulture, $"#{number}~{item}");

    /// <inheritdoc cref="MarkOf(int, int)"/>
    public static string MarkOf(long size) => MarkOf((int)(size - LeastSize) / MostItems, (int)(size - LeastSize) % MostItems);

    public static byte[] Create(int number, int item)
    {
        var bytes = new byte[LeastSize + (number * MostItems) + item];
        new Random(number + item).NextBytes(bytes);
        Head.CopyTo(bytes);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(16), 640);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(20), 480);
        return bytes;
    }
}
