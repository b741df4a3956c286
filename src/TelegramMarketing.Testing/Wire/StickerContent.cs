using System.Buffers.Binary;
using TelegramMarketing.Stickers;

namespace TelegramMarketing.Testing.Wire;

/// <summary>What the fake keeps of the file of a sticker: what its bytes said, not the bytes.</summary>
/// <param name="Format">static, animated or video.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="StoredSize">In bytes. A PNG is kept as a WEBP of Telegram's own making, so that its size changes.</param>
internal sealed record StickerContent(string Format, int Width, int Height, long StoredSize)
{
    private const int KiloByte = 1 << 10;

    /// <summary>A file that is sent as a sticker, whatever it is: its form is what the bytes say.</summary>
    public static StickerContent OfAny(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0x1F, 0x8B, ..] => Moving(bytes, "animated"),
        [0x1A, 0x45, 0xDF, 0xA3, ..] => Moving(bytes, "video"),
        _ when PixelsOf(bytes) is { } pixels => new("static", pixels.Width, pixels.Height, bytes.Length),
        _ => new("static", 0, 0, bytes.Length),
    };

    /// <summary>A file for a set.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="format">What it is said to be.</param>
    /// <param name="isCustomEmoji">Whether it is for custom emoji; null when that is not known yet.</param>
    public static StickerContent Read(ReadOnlySpan<byte> bytes, string format, bool? isCustomEmoji)
    {
        var content = format switch
        {
            "static" => Static(bytes),
            "animated" => bytes is [0x1F, 0x8B, ..] ? Moving(bytes, format) : throw BotApiException.Bad("STICKER_TGS_NOTGS"),
            "video" => bytes is [0x1A, 0x45, 0xDF, 0xA3, ..] ? Moving(bytes, format) : throw BotApiException.Bad("STICKER_VIDEO_NOWEBM"),
            _ => throw BotApiException.Bad("invalid sticker format specified"),
        };
        if (isCustomEmoji is { } emoji)
        {
            content.ThrowIfUnfit(emoji);
        }

        return content;
    }

    /// <summary>What can only be told when the set is known.</summary>
    public void ThrowIfUnfit(bool isCustomEmoji)
    {
        var limit = (Format, isCustomEmoji) switch
        {
            ("static", false) => 512,
            ("static", true) => 128,
            ("video", false) => 256,
            _ => 64,
        };
        if (StoredSize > limit * KiloByte)
        {
            throw BotApiException.Bad("file is too big");
        }

        var fits = Format == "animated" ? (Width, Height) == (512, 512)
            : isCustomEmoji ? (Width, Height) == (100, 100)
            : Math.Max(Width, Height) == 512;
        if (!fits)
        {
            throw BotApiException.Bad(Format switch { "static" => "STICKER_PNG_DIMENSIONS", "animated" => "STICKER_TGS_NOTGS", _ => "STICKER_VIDEO_NOWEBM" });
        }
    }

    private static StickerContent Static(ReadOnlySpan<byte> bytes)
    {
        var isPng = bytes is [0x89, (byte)'P', (byte)'N', (byte)'G', ..];
        if (bytes.Length > 512 * KiloByte)
        {
            throw BotApiException.Bad("file is too big");
        }

        if (PixelsOf(bytes) is not { } pixels || (isPng && bytes.IndexOf("IEND"u8) < 0))
        {
            throw BotApiException.Bad("STICKER_PNG_NOPNG");
        }

        return new StickerContent("static", pixels.Width, pixels.Height, isPng ? bytes.Length * 3 / 4 : bytes.Length);
    }

    private static StickerContent Moving(ReadOnlySpan<byte> bytes, string format)
    {
        var file = new StickerFile { Length = bytes.Length };
        file = format == "animated" ? TgsHeader.Read(file, bytes.ToArray()) : WebmHeader.Read(file, bytes);
        if (file.IsDamaged || file.HasAudio)
        {
            throw BotApiException.Bad(format == "animated" ? "STICKER_TGS_NOTGS" : "STICKER_VIDEO_NOWEBM");
        }

        if (file.Duration > TimeSpan.FromSeconds(3))
        {
            throw BotApiException.Bad(format == "animated" ? "STICKER_TGS_NOTGS" : "STICKER_VIDEO_LONG");
        }

        return new StickerContent(format, file.Pixels!.Value.Width, file.Pixels.Value.Height, bytes.Length);
    }

    private static (int Width, int Height)? PixelsOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length >= 24 && bytes is [0x89, (byte)'P', (byte)'N', (byte)'G', ..])
        {
            return (BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..]));
        }

        if (bytes.Length < 30 || !bytes.StartsWith("RIFF"u8) || !bytes[8..].StartsWith("WEBP"u8))
        {
            return null;
        }

        var lossless = BinaryPrimitives.ReadUInt32LittleEndian(bytes[21..]);
        return bytes[15] switch
        {
            (byte)'X' when (bytes[20] & 0x02) == 0 => (1 + (bytes[24] | (bytes[25] << 8) | (bytes[26] << 16)), 1 + (bytes[27] | (bytes[28] << 8) | (bytes[29] << 16))),
            (byte)'L' => (1 + (int)(lossless & 0x3FFF), 1 + (int)((lossless >> 14) & 0x3FFF)),
            (byte)' ' => (BinaryPrimitives.ReadUInt16LittleEndian(bytes[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(bytes[28..]) & 0x3FFF),
            _ => null,
        };
    }
}
