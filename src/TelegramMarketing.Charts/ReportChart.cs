using TelegramMarketing.Charts.Drawing;
using TelegramMarketing.Charts.Html;

namespace TelegramMarketing;

/// <summary>
/// A picture of a report. It is laid out once and is the same as SVG and PNG; the same report gives the same bytes on every machine, since the fonts come with this package.
/// </summary>
/// <remarks>Only characters that those fonts lack (they have Latin, Greek, Cyrillic, Arabic and emoji) are taken from the fonts of the machine; where it has none, a box is drawn.</remarks>
public sealed class ReportChart
{
    private readonly Scene _scene;
    private readonly Palette _palette;

    internal ReportChart(Scene scene, ChartTheme theme, bool isEmpty)
    {
        _scene = scene;
        _palette = Palette.Of(theme);
        IsEmpty = isEmpty;
    }

    /// <summary>The heading.</summary>
    public string Title => _scene.Title;

    /// <summary>What the picture says, in words: the alternative text for who cannot see it.</summary>
    public string Description => _scene.Description;

    /// <summary>The width in pixels of CSS.</summary>
    public int Width => (int)_scene.Width;

    /// <summary>The height in pixels of CSS.</summary>
    public int Height => (int)_scene.Height;

    /// <summary>The picture as an SVG element that stands alone: in a file, or within a page.</summary>
    /// <remarks>Text is text, in a font of whoever looks at it. The element refers to nothing outside and has no script.</remarks>
    public string ToSvg() => SvgWriter.Write(_scene, ink => _palette[ink]);

    /// <summary>The picture as PNG.</summary>
    /// <param name="scale">How many pixels a pixel of CSS has: 2 is sharp on most screens. From 0.5 to 4.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="scale"/> is not from 0.5 to 4.</exception>
    public byte[] ToPng(double scale = 2)
    {
        using var stream = new MemoryStream();
        WritePng(stream, scale);
        return stream.ToArray();
    }

    /// <summary>Writes the picture as PNG. The stream stays open.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="scale">How many pixels a pixel of CSS has: 2 is sharp on most screens. From 0.5 to 4.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="scale"/> is not from 0.5 to 4.</exception>
    public void WritePng(Stream stream, double scale = 2)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!(scale is >= 0.5 and <= 4))
        {
            throw new ArgumentOutOfRangeException(nameof(scale), scale, "A picture is scaled from 0.5 to 4 times. Give another width or height for anything else.");
        }

        PngPainter.Paint(_scene, _palette, scale, stream);
    }

    /// <summary>There is nothing to draw, and the picture says why.</summary>
    internal bool IsEmpty { get; }

    /// <summary>The picture in a page, coloured by the page's own style.</summary>
    internal string ToSvgOfPage() => SvgWriter.Write(_scene, ink => $"var({PageStyle.Variable(ink)})", isPartOfPage: true);
}
