namespace TelegramMarketing.Charts.Drawing;

/// <summary>One thing that is drawn. Positions are read from the side where reading begins; <see cref="Scene"/> mirrors them for Arabic.</summary>
internal abstract record Mark;

/// <summary>A filled rectangle.</summary>
/// <param name="X">Its nearer side.</param>
/// <param name="Y">Its top.</param>
/// <param name="Width">Its width.</param>
/// <param name="Height">Its height.</param>
/// <param name="Ink">Its colour.</param>
/// <param name="Radius">The radius of its corners.</param>
/// <param name="Opacity">How opaque it is.</param>
/// <param name="Hint">What a browser shows when somebody points at it.</param>
internal sealed record Box(double X, double Y, double Width, double Height, Ink Ink, double Radius = 0, double Opacity = 1, string? Hint = null) : Mark;

/// <summary>A line through points.</summary>
internal sealed record Stroke(IReadOnlyList<(double X, double Y)> Points, Ink Ink, double Width = 1, bool IsDashed = false) : Mark;

/// <summary>A filled area with these corners.</summary>
internal sealed record Area(IReadOnlyList<(double X, double Y)> Points, Ink Ink, double Opacity = 1) : Mark;

/// <summary>A marker.</summary>
internal sealed record Dot(double X, double Y, double Radius, Ink Ink, DotShape Shape = DotShape.Circle, string? Hint = null) : Mark;

/// <summary>A line of text.</summary>
internal sealed record Label(double X, double Y, string Text, double Size, Ink Ink, Anchor Anchor = Anchor.Start, bool IsBold = false) : Mark;
