namespace TelegramMarketing;

/// <summary>The views of the posts of one kind at one age.</summary>
/// <param name="Age">The age of the posts.</param>
/// <param name="Posts">How many of them have a figure at that age.</param>
/// <param name="MedianViews">The median of their views.</param>
public sealed record AgePoint(TimeSpan Age, int Posts, Count MedianViews);
