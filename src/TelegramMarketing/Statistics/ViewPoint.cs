namespace TelegramMarketing.Statistics;

/// <summary>A view counter at one time: it was true at some moment between <paramref name="TrueFrom"/> and <paramref name="ObservedAt"/>.</summary>
internal readonly record struct ViewPoint(DateTimeOffset TrueFrom, DateTimeOffset ObservedAt, Count Views);
