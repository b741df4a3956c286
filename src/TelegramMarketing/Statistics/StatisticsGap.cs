namespace TelegramMarketing;

/// <summary>A time in which figures were due and could not be read. What happened then is unknown, not nothing.</summary>
/// <param name="From">When it began: the last time at which all was well.</param>
/// <param name="To">When it ended.</param>
/// <param name="Figures">Which figures are missing.</param>
/// <param name="Reason">Why.</param>
public sealed record StatisticsGap(DateTimeOffset From, DateTimeOffset To, CollectedFigures Figures, GapReason Reason);
