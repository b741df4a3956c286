using TelegramMarketing.Time;

namespace TelegramMarketing.Tdlight;

/// <summary>What the server has said of late, so that it is not asked for the same again too early.</summary>
internal sealed class TdlightMemory(Clock clock, TimeSpan interval)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<PostReference, (PostStatistics Statistics, long At)> _kept = [];
    private readonly Queue<(PostReference Post, long At)> _order = new();
    private DateTimeOffset _refusedUntil = DateTimeOffset.MinValue;

    /// <summary>The server has asked to be left alone for a while, which is not over.</summary>
    public bool IsRefused
    {
        get
        {
            lock (_lock)
            {
                return clock.UtcNow < _refusedUntil;
            }
        }
    }

    public void Refuse(TimeSpan wait)
    {
        lock (_lock)
        {
            _refusedUntil = clock.UtcNow + wait;
        }
    }

    public PostStatistics? Find(PostReference post)
    {
        lock (_lock)
        {
            return _kept.TryGetValue(post, out var kept) && clock.Elapsed(kept.At) < interval ? kept.Statistics : null;
        }
    }

    public void Keep(PostStatistics statistics)
    {
        lock (_lock)
        {
            while (_order.TryPeek(out var oldest) && clock.Elapsed(oldest.At) >= interval)
            {
                _order.Dequeue();
                if (_kept.TryGetValue(oldest.Post, out var kept) && kept.At == oldest.At)
                {
                    _kept.Remove(oldest.Post);
                }
            }

            var now = clock.Timestamp;
            _kept[statistics.Post] = (statistics, now);
            _order.Enqueue((statistics.Post, now));
        }
    }
}
