namespace TelegramMarketing;

/// <summary>How the views of one kind of post grow with age.</summary>
/// <param name="Kind">The kind; <see langword="null"/> for posts whose kind is not known.</param>
/// <param name="Points">The ages, ascending; an age at which no post has a figure is absent.</param>
public sealed record AgeCurve(PostKind? Kind, IReadOnlyList<AgePoint> Points);
