namespace TelegramMarketing;

/// <summary>One hour of the week in a report.</summary>
/// <param name="Day">The weekday, in the report's time zone.</param>
/// <param name="Hour">The hour, 0 to 23.</param>
/// <param name="Posts">How many posts were compared.</param>
/// <param name="MedianViews">The median of their views.</param>
public sealed record WeekHour(DayOfWeek Day, int Hour, int Posts, Count MedianViews);
