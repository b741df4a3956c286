namespace TelegramMarketing.Storage;

/// <summary>A post with what is last known of it.</summary>
/// <param name="Post">The post.</param>
/// <param name="Views">Its view counter.</param>
/// <param name="Others">Each other figure.</param>
internal sealed record LatestFigures(CollectedPost Post, Reading? Views, IReadOnlyList<FigureReading> Others);
