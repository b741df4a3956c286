using TelegramMarketing.Time;

namespace TelegramMarketing.Statistics.Collecting;

/// <summary>Waits longer and longer between tries at a source that fails: from a minute to half an hour, give or take a fifth, and never less than it asks for.</summary>
internal sealed class SourceBackoff(Chance chance)
{
    private static readonly TimeSpan First = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);
    private int _failures;

    /// <summary>Nothing is tried before.</summary>
    public DateTimeOffset NotBefore { get; private set; } = DateTimeOffset.MinValue;

    /// <returns>How long to wait.</returns>
    public TimeSpan Fail(DateTimeOffset now, TimeSpan? retryAfter)
    {
        var delay = First * Math.Pow(2, Math.Min(_failures++, 10));
        delay = (delay < Longest ? delay : Longest) * (0.8 + (0.4 * chance.NextDouble()));
        delay = retryAfter > delay ? retryAfter.Value : delay;
        NotBefore = now + delay;
        return delay;
    }

    public void Succeed()
    {
        _failures = 0;
        NotBefore = DateTimeOffset.MinValue;
    }
}
