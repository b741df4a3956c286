using System.IO.Compression;
using System.Text.Json;
using TelegramMarketing.Publishing;

namespace TelegramMarketing.Stickers;

/// <summary>Reads size, frame rate and duration of a TGS file: the frames of its Lottie animation.</summary>
internal static class TgsHeader
{
    /// <summary>64 KB of gzip can hold a thousand times as much; no animation does.</summary>
    private const int MostUnpacked = 8 << 20;

    public static StickerFile Read(StickerFile file, byte[] bytes)
    {
        try
        {
            using var unpacked = Unpack(bytes);
            using var document = JsonDocument.Parse(unpacked, new JsonDocumentOptions { MaxDepth = 1024 });
            var root = document.RootElement;
            var (width, height, rate) = (Number(root, "w"), Number(root, "h"), Number(root, "fr"));
            var (first, last) = (Number(root, "ip"), Number(root, "op"));
            return width is >= 1 and <= 100_000 && height is >= 1 and <= 100_000 && rate is > 0 and <= 10_000 && last > first && last - first < 1_000_000
                ? file with { Pixels = new PixelSize((int)width, (int)height), FramesPerSecond = rate, Duration = TimeSpan.FromSeconds((last - first).Value / rate.Value) }
                : file with { IsDamaged = true };
        }
        catch (Exception exception) when (exception is InvalidDataException or JsonException or EndOfStreamException)
        {
            return file with { IsDamaged = true };
        }
    }

    private static double? Number(JsonElement root, string name) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) ? number : null;

    private static MemoryStream Unpack(byte[] bytes)
    {
        using var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        var unpacked = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (gzip.Read(buffer) is > 0 and var read)
        {
            unpacked.Write(buffer, 0, read);
            if (unpacked.Length > MostUnpacked)
            {
                throw new InvalidDataException("More than an animation can be.");
            }
        }

        unpacked.Position = 0;
        return unpacked;
    }
}
