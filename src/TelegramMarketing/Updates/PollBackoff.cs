using TelegramMarketing.Delivery;
using TelegramMarketing.Time;

namespace TelegramMarketing.Updates;

/// <summary>How long to wait after a poll that failed: longer each time, up to a minute.</summary>
internal sealed class PollBackoff(Chance chance)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AfterLostConnection = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AfterRefusal = TimeSpan.FromSeconds(10);

    private int _failures;

    public void Reset() => _failures = 0;

    public TimeSpan Next(CallFailure failure)
    {
        // A conflict or a refused token is ended by a person, not by our trying.
        var first = failure.Error is TelegramMarketingError.Conflict or TelegramMarketingError.InvalidToken ? AfterRefusal : AfterLostConnection;
        var delay = first * Math.Pow(2, Math.Min(_failures, 10)) * (1 + (chance.NextDouble() / 10));
        _failures++;
        var capped = delay < Longest ? delay : Longest;
        return failure.RetryAfter is { } asked && asked > capped ? asked : capped;
    }
}
