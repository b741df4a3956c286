namespace TelegramMarketing.Charts.Drawing;

/// <summary>The corners of markers that are no circles, around 0.</summary>
internal static class DotOutline
{
    public static (double X, double Y)[] Of(DotShape shape, double radius) => shape switch
    {
        DotShape.Square => [(-radius, -radius), (radius, -radius), (radius, radius), (-radius, radius)],
        DotShape.Diamond => [(0, -1.35 * radius), (1.35 * radius, 0), (0, 1.35 * radius), (-1.35 * radius, 0)],
        DotShape.Triangle => [(0, -1.3 * radius), (1.2 * radius, 0.9 * radius), (-1.2 * radius, 0.9 * radius)],
        DotShape.TriangleDown => [(0, 1.3 * radius), (1.2 * radius, -0.9 * radius), (-1.2 * radius, -0.9 * radius)],
        _ => [],
    };
}
