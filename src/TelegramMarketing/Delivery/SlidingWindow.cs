namespace TelegramMarketing.Delivery;

/// <summary>
/// At most so many messages in any trailing window of time, as a server counts that sees each message somewhere between its
/// start and its answer. Never catches up after a stall: what was not sent is not owed. Times are ticks of one clock. Not thread-safe.
/// </summary>
internal sealed class SlidingWindow(int limit, TimeSpan length, LatencyEstimate latency)
{
    private const long InFlight = long.MaxValue;
    private readonly Entry[] _ring = new Entry[limit];
    private long _count;

    /// <summary>When a send of this cost may start, if nothing else happens.</summary>
    public long EarliestStart(int cost)
    {
        // A send that costs more than the window holds goes when the window is empty; its surplus is charged to later windows.
        var needed = Math.Min(cost, limit);
        long earliest = 0;
        for (var i = 0; i < needed; i++)
        {
            var index = _count - limit + i;
            if (index >= 0)
            {
                earliest = Math.Max(earliest, Release(_ring[index % limit]));
            }
        }

        return earliest;
    }

    /// <summary>Charges a send. The answer is told to <see cref="Complete"/> with the number that this returns.</summary>
    public long Charge(int cost, long now)
    {
        var first = _count;
        for (var i = 0; i < cost; i++)
        {
            _ring[_count++ % limit] = new Entry(now + (i / limit * length.Ticks), InFlight);
        }

        return first;
    }

    /// <summary>The answer to a send has come.</summary>
    public void Complete(long first, int cost, long now)
    {
        for (var number = Math.Max(first, _count - limit); number < first + cost; number++)
        {
            ref var entry = ref _ring[number % limit];
            entry = entry with { Completed = Math.Max(now, entry.Start) };
        }
    }

    /// <summary>The answer to a send was so late that the window has forgotten it, and yet it may have been accepted just now.</summary>
    public bool HasForgotten(long first) => first < _count - limit;

    /// <summary>Nothing in the window holds anything back any more.</summary>
    public bool IsIdle(long now)
    {
        for (var number = Math.Max(0, _count - limit); number < _count; number++)
        {
            if (Release(_ring[number % limit]) > now)
            {
                return false;
            }
        }

        return true;
    }

    private long Release(Entry entry)
    {
        var roundTrip = entry.Completed == InFlight ? latency.Margin : entry.Completed - entry.Start;
        var accepted = latency.IsUsual(roundTrip) ? entry.Start + Math.Min(latency.Margin, roundTrip) : entry.Completed;
        return accepted + length.Ticks;
    }

    private readonly record struct Entry(long Start, long Completed);
}
