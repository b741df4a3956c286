using System.Globalization;
using TelegramMarketing.Publishing;
using TelegramMarketing.Time;

namespace TelegramMarketing.Scheduling;

/// <summary>The times of a recurring post, and the keys by which they are known again.</summary>
internal sealed class Occurrences(Clock clock)
{
    private const int Most = 1000;
    private const string KeyTime = "yyyy-MM-ddTHH:mm:ssZ";

    /// <summary>
    /// The times to schedule. Without a key, those ahead. With one, all from the recurrence's beginning: which of them are scheduled already the keys tell.
    /// </summary>
    /// <exception cref="ArgumentException">There are none, too many, or no end; or the key is none, or would not give the same times at the next start.</exception>
    public List<DateTimeOffset> Of(Recurrence recurrence, string? idempotencyKey)
    {
        if (recurrence.Times is null && recurrence.Until is null)
        {
            throw new ArgumentException($"The recurrence {recurrence} has no end. Set Times or Until.", nameof(recurrence));
        }

        if (idempotencyKey is not null)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(idempotencyKey);
            IdempotencyKey.Check(KeyOf(idempotencyKey, clock.UtcNow));
            if (recurrence is { Times: not null, From: null })
            {
                throw new ArgumentException($"The recurrence {recurrence} counts its times from now, so that each start of the program would add more under the same key. Set From to a fixed moment, or Until instead of Times.", nameof(recurrence));
            }
        }

        var now = clock.UtcNow;
        var known = idempotencyKey is null ? now : recurrence.From?.AddTicks(-1) ?? now;
        var times = recurrence.After(known).Take(Most + 1).ToList();
        return times.Count > Most ? throw new ArgumentException($"The recurrence {recurrence} has more than {Most} times. Set fewer Times or an earlier Until.", nameof(recurrence))
            : times.Exists(time => time > now) || idempotencyKey is not null ? times
            : throw new ArgumentException($"The recurrence {recurrence} has no time in the future before its end{(recurrence.Until is { } end ? string.Create(CultureInfo.InvariantCulture, $", {end:u}") : "")}. Set a later one.", nameof(recurrence));
    }

    /// <summary>The key of one of the times.</summary>
    public static string KeyOf(string idempotencyKey, DateTimeOffset time) => $"{idempotencyKey} {time.UtcDateTime.ToString(KeyTime, CultureInfo.InvariantCulture)}";

    /// <summary>The time whose key this is; <see langword="null"/> when it belongs to another recurrence or to none.</summary>
    public static DateTimeOffset? TimeOf(string idempotencyKey, string? keyOfOne) =>
        keyOfOne is not null && keyOfOne.StartsWith($"{idempotencyKey} ", StringComparison.Ordinal)
            && DateTimeOffset.TryParseExact(keyOfOne.AsSpan(idempotencyKey.Length + 1), KeyTime, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
