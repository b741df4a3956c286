using TelegramMarketing.Charts.Fonts;

namespace TelegramMarketing.Charts.Drawing;

/// <summary>A picture before it is SVG or PNG: laid out once, drawn by both.</summary>
/// <param name="Width">In pixels of CSS.</param>
/// <param name="Height">In pixels of CSS.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Description">What it says, in words, for who cannot see it.</param>
/// <param name="IsRightToLeft">It is read from the right, and drawn mirrored.</param>
/// <param name="Marks">What is drawn, from back to front.</param>
internal sealed record Scene(double Width, double Height, string Title, string Description, bool IsRightToLeft, IReadOnlyList<Mark> Marks)
{
    /// <summary>Where a position is seen.</summary>
    public double Seen(double x) => IsRightToLeft ? Width - x : x;

    /// <summary>The direction of a text: its own, where its letters have one.</summary>
    public bool ReadsFromRight(string text) => BidiText.IsRightToLeft(text) ?? IsRightToLeft;
}
