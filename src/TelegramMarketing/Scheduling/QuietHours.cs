namespace TelegramMarketing;

/// <summary>Hours of the day in which subscribers are not to be disturbed: a scheduled post that falls into them makes no sound, or moves to their end.</summary>
public sealed record QuietHours
{
    /// <summary>Quiet hours from one time of day to another, on the next day where <paramref name="to"/> is the earlier one.</summary>
    /// <param name="from">The first quiet moment.</param>
    /// <param name="to">The first moment that is not quiet any more.</param>
    /// <param name="timeZone">The subscribers' time zone.</param>
    /// <exception cref="ArgumentException"><paramref name="from"/> and <paramref name="to"/> are the same.</exception>
    public QuietHours(TimeOnly from, TimeOnly to, TimeZoneInfo timeZone)
    {
        ArgumentNullException.ThrowIfNull(timeZone);
        if (from == to)
        {
            throw new ArgumentException($"Quiet hours from {from:HH:mm} to {to:HH:mm} are none or the whole day. Give two different times.", nameof(to));
        }

        From = from;
        To = to;
        TimeZone = timeZone;
    }

    /// <summary>The first quiet moment.</summary>
    public TimeOnly From { get; }

    /// <summary>The first moment that is not quiet any more.</summary>
    public TimeOnly To { get; }

    /// <summary>The subscribers' time zone.</summary>
    public TimeZoneInfo TimeZone { get; }

    /// <summary>What becomes of a post that falls into quiet hours.</summary>
    /// <value>Defaults to <see cref="QuietHoursPolicy.Silence"/>.</value>
    public QuietHoursPolicy Policy { get; init; } = QuietHoursPolicy.Silence;

    /// <summary>This moment is quiet.</summary>
    public bool Contains(DateTimeOffset moment)
    {
        var time = TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, TimeZone).DateTime);
        return From < To ? time >= From && time < To : time >= From || time < To;
    }

    /// <summary>The end of the quiet hours that this moment falls into, or the moment itself when it is not quiet.</summary>
    /// <remarks>An end that a daylight-saving change skips is the first moment after the gap; one that comes twice is the first of the two.</remarks>
    public DateTimeOffset EndOf(DateTimeOffset moment)
    {
        if (!Contains(moment))
        {
            return moment;
        }

        var local = TimeZoneInfo.ConvertTime(moment, TimeZone).DateTime;
        var end = local.Date + To.ToTimeSpan();
        if (end <= local)
        {
            end = end.AddDays(1);
        }

        while (TimeZone.IsInvalidTime(end))
        {
            end = end.AddMinutes(1);
        }

        var offset = TimeZone.IsAmbiguousTime(end) ? TimeZone.GetAmbiguousTimeOffsets(end).Max() : TimeZone.GetUtcOffset(end);
        var result = new DateTimeOffset(end, offset).ToUniversalTime();

        // In the hour that comes twice, the first end may lie before the moment itself.
        return result > moment ? result : new DateTimeOffset(end, TimeZone.GetAmbiguousTimeOffsets(end).Min()).ToUniversalTime();
    }
}
