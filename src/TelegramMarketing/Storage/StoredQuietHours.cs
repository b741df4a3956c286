namespace TelegramMarketing.Storage;

/// <summary>Quiet hours as JSON: two times of day, and a time zone by its name or, where the system has none of that name, with its rules.</summary>
internal sealed record StoredQuietHours(TimeOnly From, TimeOnly To, string TimeZone)
{
    /// <summary>In the text of a time zone with its rules, and in no name.</summary>
    private const char RulesSeparator = ';';

    public static StoredQuietHours Of(QuietHours hours) => new(hours.From, hours.To, IsOfTheSystem(hours.TimeZone) ? hours.TimeZone.Id : hours.TimeZone.ToSerializedString());

    /// <returns><see langword="null"/> when this machine does not know the time zone: the post goes out with a sound rather than not at all.</returns>
    public QuietHours? Restore()
    {
        if (TimeZone.Contains(RulesSeparator, StringComparison.Ordinal))
        {
            return new QuietHours(From, To, TimeZoneInfo.FromSerializedString(TimeZone));
        }

        return TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out var zone) ? new QuietHours(From, To, zone) : null;
    }

    private static bool IsOfTheSystem(TimeZoneInfo zone) => TimeZoneInfo.TryFindSystemTimeZoneById(zone.Id, out var known) && known.HasSameRules(zone);
}
