using SkiaSharp;
using TelegramMarketing.Charts.Fonts;

namespace TelegramMarketing.Charts.Drawing;

/// <summary>Paints a scene into a PNG.</summary>
internal static class PngPainter
{
    public static void Paint(Scene scene, Palette palette, double scale, Stream stream)
    {
        var (width, height) = ((int)Math.Ceiling(scene.Width * scale), (int)Math.Ceiling(scene.Height * scale));
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul));
        using (var canvas = new SKCanvas(bitmap))
        using (var lettering = new Lettering())
        using (var paint = new SKPaint { IsAntialias = true })
        {
            canvas.Clear(SKColor.Parse(palette[Ink.Paper]));
            canvas.Scale((float)scale);
            foreach (var mark in scene.Marks)
            {
                Paint(canvas, lettering, paint, scene, mark, palette);
            }
        }

        using var pixels = bitmap.PeekPixels();
        using var data = pixels.Encode(SKPngEncoderOptions.Default)
            ?? throw new InvalidOperationException($"The picture of {width} times {height} pixels could not be encoded as PNG. Make it smaller.");
        data.SaveTo(stream);
    }

    private static void Paint(SKCanvas canvas, Lettering lettering, SKPaint paint, Scene scene, Mark mark, Palette palette)
    {
        paint.Style = SKPaintStyle.Fill;
        paint.PathEffect = null;
        switch (mark)
        {
            case Box box:
                paint.Color = Colour(palette, box.Ink, box.Opacity);
                var left = scene.IsRightToLeft ? scene.Width - box.X - box.Width : box.X;
                canvas.DrawRoundRect((float)left, (float)box.Y, (float)box.Width, (float)box.Height, (float)box.Radius, (float)box.Radius, paint);
                break;
            case Stroke stroke:
                using (var path = PathOf(scene, stroke.Points))
                using (var dash = stroke.IsDashed ? SKPathEffect.CreateDash([4, 3], 0) : null)
                {
                    (paint.Style, paint.StrokeWidth, paint.StrokeJoin, paint.PathEffect) = (SKPaintStyle.Stroke, (float)stroke.Width, SKStrokeJoin.Round, dash);
                    paint.Color = Colour(palette, stroke.Ink);
                    canvas.DrawPath(path, paint);
                    paint.PathEffect = null;
                }

                break;
            case Area area:
                using (var path = PathOf(scene, area.Points))
                {
                    path.Close();
                    paint.Color = Colour(palette, area.Ink, area.Opacity);
                    canvas.DrawPath(path, paint);
                }

                break;
            case Dot dot:
                PaintDot(canvas, paint, scene, dot, palette);
                break;
            case Label label:
                PaintLabel(canvas, lettering, paint, scene, label, palette);
                break;
            default:
                throw new NotSupportedException($"A {mark.GetType().Name} is not painted yet.");
        }
    }

    private static void PaintDot(SKCanvas canvas, SKPaint paint, Scene scene, Dot dot, Palette palette)
    {
        var (x, y) = ((float)scene.Seen(dot.X), (float)dot.Y);
        paint.Color = Colour(palette, dot.Ink);
        switch (dot.Shape)
        {
            case DotShape.Circle:
                canvas.DrawCircle(x, y, (float)dot.Radius, paint);
                break;
            case DotShape.Ring:
                paint.Color = Colour(palette, Ink.Paper);
                canvas.DrawCircle(x, y, (float)dot.Radius, paint);
                (paint.Style, paint.StrokeWidth, paint.Color) = (SKPaintStyle.Stroke, 2, Colour(palette, dot.Ink));
                canvas.DrawCircle(x, y, (float)dot.Radius, paint);
                break;
            default:
                using (var path = new SKPath())
                {
                    path.AddPoly(Array.ConvertAll(DotOutline.Of(dot.Shape, dot.Radius), corner => new SKPoint(x + (float)corner.X, y + (float)corner.Y)));
                    canvas.DrawPath(path, paint);
                }

                break;
        }
    }

    private static void PaintLabel(SKCanvas canvas, Lettering lettering, SKPaint paint, Scene scene, Label label, Palette palette)
    {
        var width = lettering.Measure(label.Text, label.Size, label.IsBold);
        var left = (label.Anchor, scene.IsRightToLeft) switch
        {
            (Anchor.Middle, _) => scene.Seen(label.X) - (width / 2),
            (Anchor.Start, true) or (Anchor.End, false) => scene.Seen(label.X) - width,
            _ => scene.Seen(label.X),
        };
        paint.Color = Colour(palette, label.Ink);
        lettering.Draw(canvas, label.Text, left, label.Y, label.Size, label.IsBold, scene.ReadsFromRight(label.Text), paint);
    }

    private static SKPath PathOf(Scene scene, IReadOnlyList<(double X, double Y)> points)
    {
        var path = new SKPath();
        path.AddPoly([.. points.Select(point => new SKPoint((float)scene.Seen(point.X), (float)point.Y))], close: false);
        return path;
    }

    private static SKColor Colour(Palette palette, Ink ink, double opacity = 1) => SKColor.Parse(palette[ink]).WithAlpha((byte)Math.Round(opacity * 255));
}
