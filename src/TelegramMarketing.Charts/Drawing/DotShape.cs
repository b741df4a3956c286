namespace TelegramMarketing.Charts.Drawing;

/// <summary>The shape of a marker, so that series differ also without colour.</summary>
internal enum DotShape
{
    Circle,
    Square,
    Diamond,
    Triangle,
    TriangleDown,
    Ring,
}
