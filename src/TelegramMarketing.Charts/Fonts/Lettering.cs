using HarfBuzzSharp;
using SkiaSharp;
using SkiaSharp.HarfBuzz;
using Buffer = HarfBuzzSharp.Buffer;

namespace TelegramMarketing.Charts.Fonts;

/// <summary>Measures and draws lines of text of any script, each part in a font that has it.</summary>
internal sealed class Lettering : IDisposable
{
    private const string Ellipsis = "…";

    private readonly Dictionary<SKTypeface, SKShaper> _shapers = [];

    /// <summary>The width of a line, in the unit of its size.</summary>
    public double Measure(string text, double size, bool isBold = false)
    {
        var width = 0f;
        foreach (var (part, isRightToLeft) in BidiText.InVisualOrder(text, BidiText.IsRightToLeft(text) ?? false))
        {
            foreach (var (typeface, run) in ByFont(part, isRightToLeft, isBold))
            {
                using var font = FontOf(typeface, size);
                width += Shape(run, isRightToLeft, typeface, font).Width;
            }
        }

        return width;
    }

    /// <summary>The text, or as much of its beginning as fits, with an ellipsis.</summary>
    public string Fit(string text, double size, double width, bool isBold = false)
    {
        if (Measure(text, size, isBold) <= width + 0.01)
        {
            return text;
        }

        var graphemes = BidiText.Graphemes(text);
        var (fits, tooMany) = (0, graphemes.Count);
        while (tooMany - fits > 1)
        {
            var middle = (fits + tooMany) / 2;
            (fits, tooMany) = Measure(Beginning(middle), size, isBold) <= width ? (middle, tooMany) : (fits, middle);
        }

        return Beginning(fits);

        string Beginning(int count) => string.Concat(graphemes.Take(count)).TrimEnd() + Ellipsis;
    }

    /// <summary>Draws a line from its left end.</summary>
    /// <param name="canvas">Where.</param>
    /// <param name="text">The line.</param>
    /// <param name="x">Its left end.</param>
    /// <param name="y">Its base line.</param>
    /// <param name="size">The size of the font.</param>
    /// <param name="isBold">In the heavier font.</param>
    /// <param name="isRightToLeft">The direction of the line as a whole.</param>
    /// <param name="paint">The colour.</param>
    public void Draw(SKCanvas canvas, string text, double x, double y, double size, bool isBold, bool isRightToLeft, SKPaint paint)
    {
        var left = (float)x;
        foreach (var (part, isPartRightToLeft) in BidiText.InVisualOrder(text, isRightToLeft))
        {
            foreach (var (typeface, run) in ByFont(part, isPartRightToLeft, isBold))
            {
                using var font = FontOf(typeface, size);
                var shaped = Shape(run, isPartRightToLeft, typeface, font);
                using var builder = new SKTextBlobBuilder();
                builder.AddPositionedRun(Array.ConvertAll(shaped.Codepoints, glyph => (ushort)glyph), font, shaped.Points);
                using var blob = builder.Build();
                if (blob is not null)
                {
                    canvas.DrawText(blob, left, (float)y, paint);
                }

                left += shaped.Width;
            }
        }
    }

    public void Dispose()
    {
        foreach (var shaper in _shapers.Values)
        {
            shaper.Dispose();
        }
    }

    private static SKFont FontOf(SKTypeface typeface, double size) =>
        new(typeface, (float)size) { Subpixel = true, Edging = SKFontEdging.Antialias, Hinting = SKFontHinting.None };

    private static IEnumerable<(SKTypeface Typeface, string Text)> ByFont(string text, bool isRightToLeft, bool isBold)
    {
        var runs = new List<(SKTypeface Typeface, string Text)>();
        foreach (var grapheme in BidiText.Graphemes(text))
        {
            var typeface = FontShelf.Shared.Find(grapheme, isBold);
            if (runs.Count > 0 && runs[^1].Typeface == typeface)
            {
                runs[^1] = (typeface, runs[^1].Text + grapheme);
            }
            else
            {
                runs.Add((typeface, grapheme));
            }
        }

        return isRightToLeft ? runs.AsEnumerable().Reverse() : runs;
    }

    private SKShaper.Result Shape(string text, bool isRightToLeft, SKTypeface typeface, SKFont font)
    {
        if (!_shapers.TryGetValue(typeface, out var shaper))
        {
            _shapers[typeface] = shaper = new SKShaper(typeface);
        }

        using var buffer = new Buffer();
        buffer.AddUtf16(text);
        buffer.GuessSegmentProperties();
        buffer.Direction = isRightToLeft ? Direction.RightToLeft : Direction.LeftToRight;
        return shaper.Shape(buffer, 0, 0, font);
    }
}
