namespace StickerShop.Drawing;

/// <summary>What the mascot's mouth does.</summary>
internal enum Mouth
{
    Smile,
    Open,
    Laugh,
    Asleep,
    Sad,
    Surprised,
}
