namespace TelegramMarketing.Charts.Drawing;

/// <summary>Which end of a text stands at its position. Start is left, and right in a picture that is read from the right.</summary>
internal enum Anchor
{
    Start,
    Middle,
    End,
}
