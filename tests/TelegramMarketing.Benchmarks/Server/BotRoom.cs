namespace TelegramMarketing.Benchmarks.Server;

/// <summary>One bot at the server: its limits, and what was accepted.</summary>
internal sealed class BotRoom(ServerRules rules, int seed)
{
    private const int PerSecond = 30;
    private const int PerMinute = 20;
    private const double Burst = 3;
    private static readonly TimeSpan _retryAfter = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly Random _random = new(seed);
    private readonly Queue<long> _second = new();
    private readonly Dictionary<string, Queue<long>> _minutes = [];
    private readonly Dictionary<string, (double Tokens, long At)> _buckets = [];
    private int _accepted;
    private int _refused;
    private long _first;
    private long _last;
    private long _lockedUntil;

    public TimeSpan TakeDelayBefore()
    {
        lock (_lock)
        {
            return (rules.Latency / 2) + (rules.Jitter * _random.NextDouble());
        }
    }

    public TimeSpan DelayAfter => rules.Latency / 2;

    public ServerCounts Counts
    {
        get
        {
            lock (_lock)
            {
                return new ServerCounts(_accepted, _refused, Seconds(_last - _first));
            }
        }
    }

    /// <summary>Accepts a message to the chat, and gives it an id; null when it comes too fast.</summary>
    public int? TryAccept(string chat)
    {
        lock (_lock)
        {
            var now = TimeProvider.System.GetTimestamp();
            if (rules.Limited && !TryTake(chat, now))
            {
                _refused++;
                if (rules.LocksOut && now >= _lockedUntil)
                {
                    _lockedUntil = now + Ticks(_retryAfter);
                }

                return null;
            }

            _first = _accepted == 0 ? now : _first;
            _last = now;
            return ++_accepted;
        }
    }

    private static long Ticks(TimeSpan duration) => (long)(duration.TotalSeconds * TimeProvider.System.TimestampFrequency);

    private static double Seconds(long ticks) => (double)ticks / TimeProvider.System.TimestampFrequency;

    private static void Trim(Queue<long> window, long begin)
    {
        while (window.TryPeek(out var oldest) && oldest <= begin)
        {
            window.Dequeue();
        }
    }

    private bool TryTake(string chat, long now)
    {
        if (rules.LocksOut && now < _lockedUntil)
        {
            return false;
        }

        Trim(_second, now - Ticks(TimeSpan.FromSeconds(1)));
        var bucket = _buckets.TryGetValue(chat, out var known) ? Math.Min(Burst, known.Tokens + Seconds(now - known.At)) : Burst;
        Queue<long>? minute = null;
        if (chat.StartsWith('@') || chat.StartsWith('-'))
        {
            if (!_minutes.TryGetValue(chat, out minute))
            {
                _minutes.Add(chat, minute = new Queue<long>());
            }

            Trim(minute, now - Ticks(TimeSpan.FromMinutes(1)));
        }

        if (_second.Count >= PerSecond || bucket < 1 || minute?.Count >= PerMinute)
        {
            return false;
        }

        _second.Enqueue(now);
        minute?.Enqueue(now);
        _buckets[chat] = (bucket - 1, now);
        return true;
    }
}
