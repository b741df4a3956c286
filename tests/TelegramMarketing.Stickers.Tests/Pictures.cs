using SkiaSharp;

namespace TelegramMarketing.Stickers.Tests;

/// <summary>Pictures drawn for the tests.</summary>
internal static class Pictures
{
    /// <summary>A red disc that fills a transparent picture.</summary>
    public static byte[] Disc(int width, int height, SKEncodedImageFormat format = SKEncodedImageFormat.Png) => Draw(width, height, format, canvas =>
    {
        using var paint = new SKPaint { Color = SKColors.Red, IsAntialias = true };
        canvas.DrawOval(width / 2f, height / 2f, width / 2f, height / 2f, paint);
    });

    /// <summary>Red on the left, blue on the right.</summary>
    public static byte[] Halves(int width, int height) => Draw(width, height, SKEncodedImageFormat.Jpeg, canvas =>
    {
        canvas.Clear(SKColors.Blue);
        using var paint = new SKPaint { Color = SKColors.Red };
        canvas.DrawRect(0, 0, width / 2f, height, paint);
    });

    /// <summary>What no compression makes small.</summary>
    public static byte[] Noise(int side)
    {
        var random = new Random(5);
        using var bitmap = new SKBitmap(new SKImageInfo(side, side, SKColorType.Rgba8888, SKAlphaType.Premul));
        for (var i = 0; i < side * side; i++)
        {
            bitmap.SetPixel(i % side, i / side, new SKColor((uint)random.Next() | 0xFF000000));
        }

        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    /// <summary>The same JPEG with a note that the camera was turned.</summary>
    public static byte[] Turned(byte[] jpeg, byte orientation)
    {
        byte[] exif = [.. "Exif\0\0"u8, .. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
        return [.. jpeg[..2], 0xFF, 0xE1, 0, (byte)(exif.Length + 2), .. exif, .. jpeg[2..]];
    }

    private static byte[] Draw(int width, int height, SKEncodedImageFormat format, Action<SKCanvas> draw)
    {
        using var surface = SKSurface.Create(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul));
        surface.Canvas.Clear(SKColors.Transparent);
        draw(surface.Canvas);
        using var image = surface.Snapshot();
        using var data = image.Encode(format, 95);
        return data.ToArray();
    }
}
