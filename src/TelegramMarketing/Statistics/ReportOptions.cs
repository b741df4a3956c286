namespace TelegramMarketing;

/// <summary>What a report is made of.</summary>
public sealed record ReportOptions
{
    /// <summary>The age at which posts are compared. Posts without a figure near that age are left out and counted.</summary>
    /// <value>Defaults to <see langword="null"/>: mature posts (7 days and older) are compared by their last figure.</value>
    public TimeSpan? Age { get; init; }

    /// <summary>The time zone of weekdays and hours.</summary>
    /// <value>Defaults to UTC.</value>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;
}
