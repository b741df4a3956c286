using System.Globalization;
using System.Text;

namespace TelegramMarketing.Charts.Drawing;

/// <summary>
/// Writes a scene as SVG. Text stays text: the browser shapes it, a reader can select and search it, and a screen reader reads it.
/// </summary>
internal static class SvgWriter
{
    private const string Fonts = "'Noto Sans', 'Segoe UI', system-ui, -apple-system, Roboto, 'Helvetica Neue', 'Liberation Sans', Arial, 'Noto Sans Arabic', 'DejaVu Sans', sans-serif";

    /// <param name="scene">The scene.</param>
    /// <param name="colour">A colour as CSS writes it.</param>
    /// <param name="isPartOfPage">In a page: as wide as there is room, and without a colour behind it.</param>
    public static string Write(Scene scene, Func<Ink, string> colour, bool isPartOfPage = false)
    {
        var svg = new StringBuilder();
        var direction = scene.IsRightToLeft ? " direction=\"rtl\"" : "";
        var size = isPartOfPage ? "" : $" width=\"{Number(scene.Width)}\" height=\"{Number(scene.Height)}\"";
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Number(scene.Width)} {Number(scene.Height)}\"{size} role=\"img\"{direction} font-family=\"{Fonts}\">\n");
        svg.Append(CultureInfo.InvariantCulture, $"<title>{Text(scene.Title)}</title>\n<desc>{Text(scene.Description)}</desc>\n");
        if (!isPartOfPage)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<rect width=\"{Number(scene.Width)}\" height=\"{Number(scene.Height)}\" fill=\"{colour(Ink.Paper)}\"/>\n");
        }

        foreach (var mark in scene.Marks)
        {
            Append(svg, scene, mark, colour);
        }

        return svg.Append("</svg>\n").ToString();
    }

    /// <summary>A text as XML and HTML write it, without characters that XML does not know.</summary>
    public static string Text(string text)
    {
        var encoded = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '&' => encoded.Append("&amp;"),
                '<' => encoded.Append("&lt;"),
                '>' => encoded.Append("&gt;"),
                '"' => encoded.Append("&quot;"),
                '\'' => encoded.Append("&#39;"),
                < 0x20 and not ('\t' or '\n') => encoded.Append('\uFFFD'),
                (>= 0x7F and <= 0x9F) or 0xFFFE or 0xFFFF => encoded.Append('\uFFFD'),
                _ => encoded.Append(rune.ToString()),
            };
        }

        return encoded.ToString();
    }

    private static void Append(StringBuilder svg, Scene scene, Mark mark, Func<Ink, string> colour)
    {
        switch (mark)
        {
            case Box box:
                var left = scene.IsRightToLeft ? scene.Width - box.X - box.Width : box.X;
                var radius = box.Radius > 0 ? $" rx=\"{Number(box.Radius)}\"" : "";
                svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{Number(left)}\" y=\"{Number(box.Y)}\" width=\"{Number(box.Width)}\" height=\"{Number(box.Height)}\"{radius} fill=\"{colour(box.Ink)}\"{Opacity(box.Opacity)}");
                Close(svg, "rect", box.Hint);
                break;
            case Stroke stroke:
                var dash = stroke.IsDashed ? " stroke-dasharray=\"4 3\"" : "";
                svg.Append(CultureInfo.InvariantCulture, $"<polyline points=\"{Points(scene, stroke.Points)}\" fill=\"none\" stroke=\"{colour(stroke.Ink)}\" stroke-width=\"{Number(stroke.Width)}\" stroke-linejoin=\"round\"{dash}/>\n");
                break;
            case Area area:
                svg.Append(CultureInfo.InvariantCulture, $"<polygon points=\"{Points(scene, area.Points)}\" fill=\"{colour(area.Ink)}\"{Opacity(area.Opacity)}/>\n");
                break;
            case Dot dot:
                AppendDot(svg, scene, dot, colour);
                break;
            case Label label:
                AppendLabel(svg, scene, label, colour);
                break;
            default:
                throw new NotSupportedException($"SVG of a {mark.GetType().Name} is not written yet.");
        }
    }

    private static void AppendDot(StringBuilder svg, Scene scene, Dot dot, Func<Ink, string> colour)
    {
        var x = scene.Seen(dot.X);
        if (dot.Shape is DotShape.Circle or DotShape.Ring)
        {
            var ring = dot.Shape == DotShape.Ring ? $" stroke=\"{colour(dot.Ink)}\" stroke-width=\"2\"" : "";
            svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{Number(x)}\" cy=\"{Number(dot.Y)}\" r=\"{Number(dot.Radius)}\" fill=\"{colour(dot.Shape == DotShape.Ring ? Ink.Paper : dot.Ink)}\"{ring}");
            Close(svg, "circle", dot.Hint);
            return;
        }

        var corners = DotOutline.Of(dot.Shape, dot.Radius).Select(corner => $"{Number(x + corner.X)},{Number(dot.Y + corner.Y)}");
        svg.Append(CultureInfo.InvariantCulture, $"<polygon points=\"{string.Join(' ', corners)}\" fill=\"{colour(dot.Ink)}\"");
        Close(svg, "polygon", dot.Hint);
    }

    private static void AppendLabel(StringBuilder svg, Scene scene, Label label, Func<Ink, string> colour)
    {
        // A name in the other script keeps its place and its own direction.
        var isForeign = scene.ReadsFromRight(label.Text) != scene.IsRightToLeft;
        var direction = !isForeign ? "" : scene.IsRightToLeft ? " direction=\"ltr\"" : " direction=\"rtl\"";
        var anchor = (label.Anchor, isForeign) switch
        {
            (Anchor.Middle, _) => " text-anchor=\"middle\"",
            (Anchor.End, false) or (Anchor.Start, true) => " text-anchor=\"end\"",
            _ => "",
        };
        var weight = label.IsBold ? " font-weight=\"600\"" : "";
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Number(scene.Seen(label.X))}\" y=\"{Number(label.Y)}\" font-size=\"{Number(label.Size)}\"{weight}{direction}{anchor} fill=\"{colour(label.Ink)}\">{Text(label.Text)}</text>\n");
    }

    private static void Close(StringBuilder svg, string element, string? hint) =>
        svg.Append(hint is null ? "/>\n" : $"><title>{Text(hint)}</title></{element}>\n");

    private static string Opacity(double opacity) => opacity < 1 ? $" fill-opacity=\"{Number(opacity)}\"" : "";

    private static string Points(Scene scene, IEnumerable<(double X, double Y)> points) =>
        string.Join(' ', points.Select(point => $"{Number(scene.Seen(point.X))},{Number(point.Y)}"));

    // A tenth of a pixel is more than enough, and short.
    private static string Number(double number)
    {
        var rounded = Math.Round(number, 1, MidpointRounding.AwayFromZero);
        return (rounded == 0 ? 0 : rounded).ToString("0.#", CultureInfo.InvariantCulture);
    }
}
