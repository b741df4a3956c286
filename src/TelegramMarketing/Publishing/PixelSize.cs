using System.Runtime.InteropServices;

namespace TelegramMarketing.Publishing;

/// <summary>The size of a picture; both sides are above zero.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PixelSize(int Width, int Height)
{
    /// <summary>The longer side to the shorter.</summary>
    public double Ratio => (double)Math.Max(Width, Height) / Math.Min(Width, Height);

    public long Sides => (long)Width + Height;
}
