namespace TelegramMarketing.Storage;

/// <summary>Quiet hours as JSON: two times of day and the name of a time zone.</summary>
internal sealed record StoredQuietHours(TimeOnly From, TimeOnly To, string TimeZone)
{
    public static StoredQuietHours Of(QuietHours hours) => new(hours.From, hours.To, hours.TimeZone.Id);

    /// <returns><see langword="null"/> when this machine does not know the time zone: the post goes out with a sound rather than not at all.</returns>
    public QuietHours? Restore() => TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out var zone) ? new QuietHours(From, To, zone) : null;
}
