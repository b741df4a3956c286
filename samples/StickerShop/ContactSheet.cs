using SkiaSharp;

namespace StickerShop;

/// <summary>All stickers of a series on one picture, half of it light and half dark, as people's chats are.</summary>
internal static class ContactSheet
{
    private const int Columns = 4;
    private const int Cell = 240;
    private const int Gap = 20;

    private static readonly SKColor[] _grounds = [new(0xFFE4EDF5), new(0xFF17212B)];

    /// <summary>Draws it.</summary>
    /// <param name="stickers">The files of the stickers, as Telegram got them.</param>
    /// <returns>The bytes of a PNG.</returns>
    public static byte[] Draw(IReadOnlyList<byte[]> stickers)
    {
        var rows = (stickers.Count + Columns - 1) / Columns;
        var (width, height) = ((Columns * (Cell + Gap)) + Gap, (rows * (Cell + Gap)) + Gap);
        using var surface = SKSurface.Create(new SKImageInfo(_grounds.Length * width, height, SKColorType.Rgba8888, SKAlphaType.Premul));
        for (var half = 0; half < _grounds.Length; half++)
        {
            using var ground = new SKPaint { Color = _grounds[half] };
            surface.Canvas.DrawRect(SKRect.Create(half * width, 0, width, height), ground);
            for (var i = 0; i < stickers.Count; i++)
            {
                var (left, top) = ((half * width) + Gap + (i % Columns * (Cell + Gap)), Gap + (i / Columns * (Cell + Gap)));
                Draw(surface.Canvas, stickers[i], SKRect.Create(left, top, Cell, Cell));
            }
        }

        using var image = surface.Snapshot();
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    private static void Draw(SKCanvas canvas, byte[] sticker, SKRect cell)
    {
        using var picture = SKImage.FromEncodedData(sticker);
        canvas.DrawImage(picture, cell.AspectFit(new SKSize(picture.Width, picture.Height)), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
    }
}
