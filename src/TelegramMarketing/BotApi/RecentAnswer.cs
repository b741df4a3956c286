namespace TelegramMarketing.BotApi;

/// <summary>An answer of Telegram's that is used for a while, so that frequent probes ask it seldom.</summary>
internal sealed class RecentAnswer<T>
{
    private static readonly TimeSpan _usedFor = TimeSpan.FromSeconds(30);

    private volatile Entry? _latest;

    public bool TryGet(DateTimeOffset now, out BotAnswer<T> answer)
    {
        var latest = _latest;
        answer = latest?.Answer ?? default;
        return latest is not null && now - latest.At < _usedFor;
    }

    public void Set(BotAnswer<T> answer, DateTimeOffset now) => _latest = new Entry(answer, now);

    private sealed record Entry(BotAnswer<T> Answer, DateTimeOffset At);
}
