using SkiaSharp;

namespace StickerShop.Drawing;

/// <summary>The twelve pictures of the series. The names of the files tell the place, the emoji and the keywords.</summary>
internal static class Pictures
{
    private const int Side = 1100;
    private const int Margin = 200;

    private static readonly (string Name, Action<Pencil> Draw)[] _all =
    [
        ("01_😀_hello_ciao.png", Feelings.Hello),
        ("02_👍_fine_bene.png", Feelings.Fine),
        ("03_😍❤️_love_amore.png", Feelings.Love),
        ("04_😂_laugh_ridere.png", Feelings.Laugh),
        ("05_😴_good night_buonanotte.png", Feelings.Sleep),
        ("06_☕_coffee_caffè.png", Things.Coffee),
        ("07_🎉🥳_party_festa.png", Outings.Party),
        ("08_🏪_open_aperto.png", Things.Shop),
        ("09_🎁_present_regalo.png", Things.Gift),
        ("10_🥐_croissant_cornetto.png", Things.Croissant),
        ("11_😢_sorry_esaurito.png", Feelings.Sorry),
        ("12_🚲_delivery_consegna.png", Outings.Delivery),
    ];

    /// <summary>Draws all into a folder, in which nothing else is.</summary>
    /// <returns>The files, in their order.</returns>
    public static IReadOnlyList<string> DrawAll(string folder)
    {
        Directory.CreateDirectory(folder);
        return [.. _all.Select(picture => Draw(Path.Combine(folder, picture.Name), picture.Draw))];
    }

    /// <summary>Draws the first one anew, as it is in summer.</summary>
    public static string Change(string folder) => Draw(Path.Combine(folder, _all[0].Name), Feelings.HelloInSummer);

    private static string Draw(string file, Action<Pencil> draw)
    {
        using var sheet = new SKBitmap(new SKImageInfo(Side, Side, SKColorType.Rgba8888, SKAlphaType.Premul));
        using (var canvas = new SKCanvas(sheet))
        {
            canvas.Clear(SKColors.Transparent);
            canvas.Translate(Margin / 2f, Margin / 2f);
            canvas.Scale((Side - Margin) / 600f);
            draw(new Pencil(canvas));
        }

        using var cut = new SKBitmap();
        sheet.ExtractSubset(cut, FindDrawn(sheet));
        using var image = SKImage.FromBitmap(cut);
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        File.WriteAllBytes(file, png.ToArray());
        return file;
    }

    /// <summary>What is not transparent: a sticker should fill its 512 pixels.</summary>
    private static SKRectI FindDrawn(SKBitmap sheet)
    {
        var (left, top, right, bottom) = (sheet.Width, sheet.Height, 0, 0);
        var pixels = sheet.GetPixelSpan();
        for (var y = 0; y < sheet.Height; y++)
        {
            var row = pixels.Slice(y * sheet.RowBytes, sheet.RowBytes);
            for (var x = 0; x < sheet.Width; x++)
            {
                if (row[(4 * x) + 3] > 0)
                {
                    (left, top, right, bottom) = (Math.Min(left, x), Math.Min(top, y), Math.Max(right, x + 1), Math.Max(bottom, y + 1));
                }
            }
        }

        return new SKRectI(left, top, right, bottom);
    }
}
