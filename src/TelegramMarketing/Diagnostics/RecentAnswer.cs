using TelegramMarketing.BotApi;

namespace TelegramMarketing.Diagnostics;

/// <summary>An answer of Telegram's that is used for a while, so that frequent probes ask it seldom.</summary>
internal sealed class RecentAnswer<T>
{
    /// <summary>How long an answer is used.</summary>
    public static readonly TimeSpan UsedFor = TimeSpan.FromSeconds(30);

    private volatile Entry? _latest;

    public bool TryGet(DateTimeOffset now, out BotAnswer<T> answer)
    {
        var latest = _latest;
        answer = latest?.Answer ?? default;
        return latest is not null && now - latest.At < UsedFor;
    }

    public void Set(BotAnswer<T> answer, DateTimeOffset now) => _latest = new Entry(answer, now);

    private sealed record Entry(BotAnswer<T> Answer, DateTimeOffset At);
}
