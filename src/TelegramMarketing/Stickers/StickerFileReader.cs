using System.Buffers.Binary;
using System.Security.Cryptography;
using TelegramMarketing.Publishing;

namespace TelegramMarketing.Stickers;

/// <summary>Reads what a sticker's file says of itself. Of a large file only the beginning is read.</summary>
internal static class StickerFileReader
{
    /// <summary>No sticker is larger; what is, is not looked at any closer.</summary>
    private const int LargestOfAll = StickerLimits.StaticBytes;

    public static async Task<StickerFile> ReadAsync(MediaSource source, CancellationToken cancellationToken)
    {
        if (source.Origin is MediaOrigin.Url or MediaOrigin.FileId)
        {
            return StickerFile.Remote;
        }

        var facts = await source.InspectAsync(cancellationToken).ConfigureAwait(false);
        if (!facts.Exists || facts.Failure is not null)
        {
            return new StickerFile { Exists = facts.Exists, Failure = facts.Failure };
        }

        try
        {
            var stream = source.OpenRead();
            await using (stream.ConfigureAwait(false))
            {
                var file = await ReadAsync(stream, cancellationToken).ConfigureAwait(false) with { Pixels = facts.Pixels };
                return file.Type is StickerFileType.Tgs or StickerFileType.Webm ? await ReadMovingAsync(file, stream, cancellationToken).ConfigureAwait(false) : file;
            }
        }
        catch (TelegramMarketingException exception)
        {
            // It was there a moment ago.
            return new StickerFile { Exists = exception.Violations is not [{ Rule: PlanRules.MediaMissing }], Failure = exception.InnerException };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new StickerFile { Failure = exception };
        }
    }

    private static async Task<StickerFile> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var head = new byte[32];
        var read = await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        var type = TypeOf(head.AsSpan(0, read));
        var file = new StickerFile { Type = type, Length = stream.Length };
        if (stream.Length > LargestOfAll)
        {
            return file;
        }

        stream.Position = 0;
        var hash = Convert.ToHexString(await SHA256.HashDataAsync(stream, cancellationToken).ConfigureAwait(false));
        return file with { Hash = hash, IsDamaged = await IsBrokenOffAsync(type, head, stream, cancellationToken).ConfigureAwait(false) };
    }

    private static StickerFileType TypeOf(ReadOnlySpan<byte> head) => head switch
    {
        [] => StickerFileType.Empty,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => StickerFileType.Png,
        [0xFF, 0xD8, 0xFF, ..] => StickerFileType.Jpeg,
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => StickerFileType.Gif,
        [0x1F, 0x8B, ..] => StickerFileType.Tgs,
        [0x1A, 0x45, 0xDF, 0xA3, ..] => StickerFileType.Webm,
        _ when head.StartsWith("RIFF"u8) && head.Length >= 12 && head[8..].StartsWith("WEBP"u8) => IsAnimated(head) ? StickerFileType.AnimatedWebp : StickerFileType.Webp,
        _ => StickerFileType.Other,
    };

    private static bool IsAnimated(ReadOnlySpan<byte> webp) => webp.Length > 20 && webp[12..].StartsWith("VP8X"u8) && (webp[20] & 0x02) != 0;

    private static async Task<bool> IsBrokenOffAsync(StickerFileType type, byte[] head, Stream stream, CancellationToken cancellationToken) => type switch
    {
        StickerFileType.Png => !await HasPngEndAsync(stream, cancellationToken).ConfigureAwait(false),
        StickerFileType.Webp or StickerFileType.AnimatedWebp => BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(4)) + 8L > stream.Length,
        _ => false,
    };

    private static async Task<bool> HasPngEndAsync(Stream stream, CancellationToken cancellationToken)
    {
        var chunk = new byte[8];
        var position = 8L;
        while (position + 12 <= stream.Length)
        {
            stream.Position = position;
            await stream.ReadExactlyAsync(chunk, cancellationToken).ConfigureAwait(false);
            position += 12L + BinaryPrimitives.ReadUInt32BigEndian(chunk);
            if (chunk.AsSpan(4).SequenceEqual("IEND"u8))
            {
                return position <= stream.Length;
            }
        }

        return false;
    }

    private static async Task<StickerFile> ReadMovingAsync(StickerFile file, Stream stream, CancellationToken cancellationToken)
    {
        if (file.Length > LargestOfAll)
        {
            return file;
        }

        stream.Position = 0;
        var bytes = new byte[file.Length];
        await stream.ReadExactlyAsync(bytes, cancellationToken).ConfigureAwait(false);
        return file.Type == StickerFileType.Tgs ? TgsHeader.Read(file, bytes) : WebmHeader.Read(file, bytes);
    }
}
