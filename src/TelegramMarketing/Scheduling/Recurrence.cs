using System.Globalization;
using Cronos;

namespace TelegramMarketing;

/// <summary>
/// When a post recurs: a cron expression in a time zone, until a date or for a number of times. Right across daylight-saving changes: a time that
/// is skipped in spring is made up for just after the gap, and one that comes twice in autumn counts once (an interval such as <c>*/30 * * * *</c> keeps its rhythm).
/// </summary>
public sealed record Recurrence
{
    private readonly CronExpression _expression;

    private Recurrence(CronExpression expression, string cron, TimeZoneInfo timeZone)
    {
        _expression = expression;
        CronText = cron;
        TimeZone = timeZone;
    }

    /// <summary>The expression, five fields (minute, hour, day of month, month, day of week) or six with seconds first.</summary>
    public string CronText { get; }

    /// <summary>The time zone in which it is read.</summary>
    public TimeZoneInfo TimeZone { get; }

    /// <summary>Nothing recurs before this moment, and <see cref="Times"/> counts from here.</summary>
    /// <value>Defaults to <see langword="null"/>: from the moment it is scheduled.</value>
    public DateTimeOffset? From { get; init; }

    /// <summary>Nothing recurs at this moment or later.</summary>
    /// <value>Defaults to <see langword="null"/>: no end.</value>
    public DateTimeOffset? Until { get; init; }

    /// <summary>How many times it recurs, 1 or more.</summary>
    /// <value>Defaults to <see langword="null"/>: no limit.</value>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int? Times
    {
        get;
        init => field = value is < 1 ? throw new ArgumentOutOfRangeException(nameof(value), value, "A post recurs 1 time or more.") : value;
    }

    /// <summary>A recurrence by a cron expression: <c>Recurrence.Cron("0 9 * * MON", "Europe/Rome")</c> is every Monday at nine in Rome.</summary>
    /// <param name="expression">Five fields, or six with seconds first.</param>
    /// <param name="timeZone">An IANA name such as <c>Europe/Rome</c>, or a Windows name.</param>
    /// <exception cref="ArgumentException">The expression is none or never fires, or there is no such time zone.</exception>
    public static Recurrence Cron(string expression, string timeZone)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(timeZone);
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var zone))
        {
            throw new ArgumentException($"There is no time zone \"{timeZone}\" on this machine. Use an IANA name such as Europe/Rome.", nameof(timeZone));
        }

        return Cron(expression, zone);
    }

    /// <inheritdoc cref="Cron(string, string)"/>
    /// <param name="expression">Five fields, or six with seconds first.</param>
    /// <param name="timeZone">The time zone.</param>
    public static Recurrence Cron(string expression, TimeZoneInfo timeZone)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(expression);
        ArgumentNullException.ThrowIfNull(timeZone);
        var fields = expression.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        CronExpression parsed;
        try
        {
            parsed = CronExpression.Parse(expression, fields == 6 ? CronFormat.IncludeSeconds : CronFormat.Standard);
        }
        catch (CronFormatException exception)
        {
            throw new ArgumentException($"\"{expression}\" is no cron expression: {exception.Message} Five fields are expected: minute, hour, day of month, month, day of week; \"0 9 * * MON\" is every Monday at nine.", nameof(expression), exception);
        }

        // From a fixed moment, so that the answer does not depend on the day: a date that never comes, such as 30 February, is refused.
        return parsed.GetNextOccurrence(DateTimeOffset.UnixEpoch, timeZone) is null
            ? throw new ArgumentException($"\"{expression}\" never fires: there is no such date. Correct the day or the month.", nameof(expression))
            : new Recurrence(parsed, expression, timeZone);
    }

    /// <summary>The first time after <paramref name="moment"/>, without regard to <see cref="Times"/>; <see langword="null"/> when there is none.</summary>
    public DateTimeOffset? NextAfter(DateTimeOffset moment) =>
        _expression.GetNextOccurrence(From is { } from && moment < from ? from.AddTicks(-1) : moment, TimeZone) is { } next && (Until is null || next < Until) ? next : null;

    /// <summary>The times after <paramref name="moment"/>, as many as <see cref="Times"/> and <see cref="Until"/> allow.</summary>
    public IEnumerable<DateTimeOffset> After(DateTimeOffset moment)
    {
        var left = Times ?? int.MaxValue;
        for (var next = NextAfter(Times is null || From is null ? moment : From.Value.AddTicks(-1)); next is { } time && left > 0; next = NextAfter(time), left--)
        {
            if (time > moment)
            {
                yield return time;
            }
        }
    }

    /// <summary>The expression and the time zone.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{CronText} ({TimeZone.Id})");
}
