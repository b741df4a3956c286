namespace TelegramMarketing;

/// <summary>Where a mask lies on a face.</summary>
/// <param name="Point">The part of the face that it is placed by.</param>
/// <param name="XShift">To the right, in widths of the mask as scaled to the face; negative is to the left.</param>
/// <param name="YShift">Down, in heights of the mask as scaled to the face; negative is up.</param>
/// <param name="Scale">The mask's scaling coefficient: 2.0 is double the size. Above 0.</param>
public sealed record MaskPosition(MaskPoint Point, double XShift, double YShift, double Scale);
