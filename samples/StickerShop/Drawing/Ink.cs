using SkiaSharp;

namespace StickerShop.Drawing;

/// <summary>The colours of the brand.</summary>
internal static class Ink
{
    public const uint Line = 0xFF4A2A17;
    public const uint Crust = 0xFFE9A14B;
    public const uint DarkCrust = 0xFFC9762B;
    public const uint Crumb = 0xFFFBE0AE;
    public const uint Flour = 0xFFFFF6E3;
    public const uint White = 0xFFFFFFFF;
    public const uint Blush = 0x90F2706B;
    public const uint Red = 0xFFE2473F;
    public const uint DarkRed = 0xFFB02C34;
    public const uint Tongue = 0xFFF58A83;
    public const uint Blue = 0xFF4F8FDB;
    public const uint DarkBlue = 0xFF33569B;
    public const uint Sky = 0xFFBFE3F7;
    public const uint Tear = 0xFF6FC3F2;
    public const uint Green = 0xFF5FB06A;
    public const uint Yellow = 0xFFFFCF4A;
    public const uint Violet = 0xFF9C6FD0;
    public const uint Grey = 0xFFB9C2CC;
    public const uint Coffee = 0xFF6B3F22;

    public static SKColor Of(uint colour) => new(colour);
}
