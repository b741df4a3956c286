namespace StickerShop.Drawing;

/// <summary>How the mascot looks.</summary>
internal enum Eyes
{
    Open,
    Wink,
    Joyful,
    Asleep,
    Hearts,
    Squeezed,
    Sad,
    Sunglasses,
}
