namespace TelegramMarketing;

/// <summary>What a report is made of.</summary>
public sealed record ReportOptions
{
    /// <summary>
    /// The age at which posts are compared, such as 24 hours. A post's views at that age are interpolated, on the log scale, between two readings around it
    /// of which the later is at most four times as old as the earlier; a single reading within 15 % of the age counts too. Other posts are left out and counted.
    /// </summary>
    /// <value>Defaults to <see langword="null"/>: mature posts (7 days and older) are compared by their last figure.</value>
    /// <exception cref="ArgumentOutOfRangeException">The age is not positive.</exception>
    public TimeSpan? Age
    {
        get;
        init
        {
            if (value is { } age && age <= TimeSpan.Zero)
            {
                throw new ArgumentOutOfRangeException(nameof(value), age, "Posts are compared at a positive age, such as 24 hours; null compares mature posts.");
            }

            field = value;
        }
    }

    /// <summary>The time zone of weekdays and hours.</summary>
    /// <value>Defaults to UTC.</value>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;
}
