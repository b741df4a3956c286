using TelegramMarketing.Time;

namespace TelegramMarketing.Delivery;

/// <summary>The waits between tries that provably did nothing: one second, doubling to a minute, give or take a fifth.</summary>
internal static class Backoff
{
    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(1);

    /// <summary>The wait after the try with this number, from 0.</summary>
    public static TimeSpan After(int attempt, Chance chance)
    {
        var seconds = Math.Min(_longest.TotalSeconds, Math.Pow(2, Math.Min(attempt, 10)));
        return TimeSpan.FromSeconds(seconds * (0.8 + (0.4 * chance.NextDouble())));
    }
}
