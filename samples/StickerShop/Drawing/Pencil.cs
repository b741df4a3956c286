using SkiaSharp;

namespace StickerShop.Drawing;

/// <summary>Draws in one style: flat colours with a dark line around them. Shapes are SVG paths, on a sheet of 600 x 600.</summary>
internal sealed class Pencil(SKCanvas canvas)
{
    public const float Line = 11;

    /// <summary>A filled shape with a line around it.</summary>
    public void Shape(string path, uint colour, float line = Line)
    {
        using var shape = SKPath.ParseSvgPathData(path);
        Shape(shape, colour, line);
    }

    /// <summary>A shape whose colour changes from its top to its bottom.</summary>
    public void Shaded(string path, uint top, uint bottom)
    {
        using var shape = SKPath.ParseSvgPathData(path);
        var bounds = shape.TightBounds;
        using var shader = SKShader.CreateLinearGradient(new(0, bounds.Top), new(0, bounds.Bottom), [Ink.Of(top), Ink.Of(bottom)], [0.25f, 1f], SKShaderTileMode.Clamp);
        using var fill = new SKPaint { Shader = shader, IsAntialias = true };
        canvas.DrawPath(shape, fill);
        Outline(shape, Ink.Line, Line);
    }

    public void Oval(float x, float y, float across, float down, uint colour, float line = Line)
    {
        using var shape = new SKPath();
        shape.AddOval(new SKRect(x - across, y - down, x + across, y + down));
        Shape(shape, colour, line);
    }

    public void Box(float x, float y, float width, float height, float corner, uint colour, float line = Line)
    {
        using var shape = new SKPath();
        shape.AddRoundRect(new SKRect(x, y, x + width, y + height), corner, corner);
        Shape(shape, colour, line);
    }

    /// <summary>A line.</summary>
    public void Stroke(string path, uint colour = Ink.Line, float width = Line)
    {
        using var shape = SKPath.ParseSvgPathData(path);
        Outline(shape, colour, width);
    }

    /// <summary>A thick line with a line around it, such as an arm.</summary>
    public void Tube(string path, uint colour, float width)
    {
        Stroke(path, Ink.Line, width + (2 * Line));
        Stroke(path, colour, width);
    }

    /// <summary>A heart around a point.</summary>
    public void Heart(float x, float y, float size, uint colour, float line = Line) => At(x, y, size / 100, 0, () =>
    {
        Shape("M0 42 C-62 0 -58 -48 -26 -48 C-10 -48 0 -36 0 -26 C0 -36 10 -48 26 -48 C58 -48 62 0 0 42 Z", colour, line * 100 / size);
        Stroke("M-30 -26 C-35 -20 -35 -10 -31 -4", 0xC0FFFFFF, 8);
    });

    /// <summary>Draws something at another place, larger or smaller, and turned.</summary>
    public void At(float x, float y, float scale, float degrees, Action draw)
    {
        canvas.Save();
        canvas.Translate(x, y);
        canvas.RotateDegrees(degrees);
        canvas.Scale(scale);
        draw();
        canvas.Restore();
    }

    /// <summary>Draws only what is inside a shape.</summary>
    public void Inside(string path, Action draw)
    {
        using var shape = SKPath.ParseSvgPathData(path);
        canvas.Save();
        canvas.ClipPath(shape, antialias: true);
        draw();
        canvas.Restore();
    }

    private void Shape(SKPath shape, uint colour, float line)
    {
        using var fill = new SKPaint { Color = Ink.Of(colour), IsAntialias = true };
        canvas.DrawPath(shape, fill);
        if (line > 0)
        {
            Outline(shape, Ink.Line, line);
        }
    }

    private void Outline(SKPath shape, uint colour, float width)
    {
        using var line = new SKPaint { Color = Ink.Of(colour), Style = SKPaintStyle.Stroke, StrokeWidth = width, StrokeCap = SKStrokeCap.Round, StrokeJoin = SKStrokeJoin.Round, IsAntialias = true };
        canvas.DrawPath(shape, line);
    }
}
