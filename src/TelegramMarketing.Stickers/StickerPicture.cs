using SkiaSharp;
using TelegramMarketing.Stickers;

namespace TelegramMarketing;

/// <summary>Makes pictures into stickers: PNG, JPEG or WEBP of any size into a WEBP that Telegram takes.</summary>
public static class StickerPicture
{
    private const int MostPixels = 100_000_000;
    private const int Directions = 48;

    /// <summary>Makes a sticker: scaled to its size with transparency kept, and in the best quality that fits Telegram's limit.</summary>
    /// <param name="picture">A PNG, JPEG or WEBP of at most 100 megapixels; read to its end, and not disposed.</param>
    /// <param name="options">How; <see langword="null"/> for the defaults.</param>
    /// <returns>The bytes of a WEBP. The same picture gives the same bytes, so that <see cref="IStickerSeries"/> recognizes it.</returns>
    /// <exception cref="InvalidDataException">It is no picture, is animated, broken off, or too large; the message says which.</exception>
    public static byte[] Convert(Stream picture, StickerPictureOptions? options = null)
    {
        options ??= new StickerPictureOptions();
        options.Validate();
        var isEmoji = options.Type == StickerSeriesType.CustomEmoji;
        var side = isEmoji ? StickerLimits.EmojiSide : StickerLimits.Side;
        using var drawn = Draw(picture, side, isSquare: isEmoji, options.Outline);
        return Encode(drawn, StickerLimits.Bytes(StickerFormat.Static, options.Type));
    }

    /// <summary>Makes a series' own picture: a WEBP of 100 x 100 pixels.</summary>
    /// <inheritdoc cref="Convert"/>
    public static byte[] ConvertToThumbnail(Stream picture)
    {
        using var drawn = Draw(picture, StickerLimits.EmojiSide, isSquare: true, outline: 0);
        return Encode(drawn, StickerLimits.ThumbnailBytes);
    }

    private static SKBitmap Draw(Stream picture, int side, bool isSquare, int outline)
    {
        ArgumentNullException.ThrowIfNull(picture);
        using var decoded = Decode(picture, side, out var origin);
        var isTurned = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var (width, height) = isTurned ? (decoded.Height, decoded.Width) : (decoded.Width, decoded.Height);
        var scale = (side - (2f * outline)) / Math.Max(width, height);
        var (drawnWidth, drawnHeight) = (Math.Max(1, (int)MathF.Round(width * scale)), Math.Max(1, (int)MathF.Round(height * scale)));
        var result = new SKBitmap(new SKImageInfo(isSquare ? side : drawnWidth + (2 * outline), isSquare ? side : drawnHeight + (2 * outline), SKColorType.Rgba8888, SKAlphaType.Premul));
        using var upright = Scale(decoded, origin, drawnWidth, drawnHeight);
        using var canvas = new SKCanvas(result);
        canvas.Clear(SKColors.Transparent);
        var (left, top) = ((result.Width - drawnWidth) / 2f, (result.Height - drawnHeight) / 2f);
        if (outline > 0)
        {
            // White copies, shifted all around, make an outline of even width that follows every curve.
            using var white = new SKPaint { ColorFilter = SKColorFilter.CreateBlendMode(SKColors.White, SKBlendMode.SrcIn), IsAntialias = true };
            for (var i = 0; i < Directions; i++)
            {
                var (sine, cosine) = MathF.SinCos(2 * MathF.PI * i / Directions);
                canvas.DrawImage(upright, left + (outline * cosine), top + (outline * sine), new SKSamplingOptions(SKFilterMode.Linear), white);
            }
        }

        canvas.DrawImage(upright, left, top, new SKSamplingOptions(SKFilterMode.Linear));
        canvas.Flush();
        return result;
    }

    private static SKImage Scale(SKBitmap decoded, SKEncodedOrigin origin, int width, int height)
    {
        using var surface = SKSurface.Create(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul));
        var canvas = surface.Canvas;
        canvas.Clear(SKColors.Transparent);
        var (w, h) = ((float)width, (float)height);
        var turn = origin switch
        {
            SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, w, 0, 1, 0, 0, 0, 1),
            SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, w, 0, -1, h, 0, 0, 1),
            SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, h, 0, 0, 1),
            SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightTop => new SKMatrix(0, -1, w, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, w, -1, 0, h, 0, 0, 1),
            SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, h, 0, 0, 1),
            _ => SKMatrix.Identity,
        };
        canvas.SetMatrix(turn);
        var isTurned = turn.SkewX != 0;
        using var image = SKImage.FromBitmap(decoded);
        canvas.DrawImage(image, new SKRect(0, 0, isTurned ? h : w, isTurned ? w : h), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        canvas.Flush();
        return surface.Snapshot();
    }

    private static SKBitmap Decode(Stream picture, int side, out SKEncodedOrigin origin)
    {
        using var data = SKData.Create(picture);
        using var codec = data is null ? null : SKCodec.Create(data);
        if (codec is null || codec.EncodedFormat is not (SKEncodedImageFormat.Png or SKEncodedImageFormat.Jpeg or SKEncodedImageFormat.Webp))
        {
            throw new InvalidDataException($"is {(codec is null ? "no picture" : codec.EncodedFormat.ToString())}; use a PNG, JPEG or WEBP");
        }

        if (codec.FrameCount > 1)
        {
            throw new InvalidDataException("is animated; use a picture that stands still, or a TGS or WEBM");
        }

        var (width, height) = (codec.Info.Width, codec.Info.Height);
        if ((long)width * height > MostPixels)
        {
            throw new InvalidDataException(FormattableString.Invariant($"has {width} x {height} pixels, over {MostPixels / 1_000_000} megapixels; scale it down first"));
        }

        if (Math.Max(width, height) > 100 * Math.Min(width, height))
        {
            throw new InvalidDataException(FormattableString.Invariant($"is {width} x {height} pixels, of which nothing would be seen as a sticker; crop it"));
        }

        origin = codec.EncodedOrigin;

        // Twice the size that is needed leaves the scaling enough to work with; a JPEG or WEBP is decoded no larger.
        var size = codec.GetScaledDimensions(Math.Min(1, 2f * side / Math.Max(width, height)));
        var bitmap = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        var outcome = codec.GetPixels(bitmap.Info, bitmap.GetPixels());
        if (outcome != SKCodecResult.Success)
        {
            bitmap.Dispose();
            throw new InvalidDataException($"is a {codec.EncodedFormat} that breaks off or is damaged ({outcome}); write it anew");
        }

        bitmap.SetImmutable();
        return bitmap;
    }

    /// <summary>Without loss if that fits, else with as little as fits.</summary>
    private static byte[] Encode(SKBitmap bitmap, int limit)
    {
        using var pixels = bitmap.PeekPixels();
        var best = Encode(pixels, SKWebpEncoderCompression.Lossless, 75);
        var (low, high) = best.Length <= limit ? (1, 0) : (0, 100);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var tried = Encode(pixels, SKWebpEncoderCompression.Lossy, middle);
            if (tried.Length <= limit)
            {
                (best, low) = (tried, middle + 1);
            }
            else
            {
                high = middle - 1;
            }
        }

        return best;
    }

    private static byte[] Encode(SKPixmap pixels, SKWebpEncoderCompression compression, float quality)
    {
        using var data = pixels.Encode(new SKWebpEncoderOptions(compression, quality)) ?? throw new InvalidDataException("cannot be written as WEBP");
        return data.ToArray();
    }
}
