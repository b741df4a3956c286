namespace TelegramMarketing.Delivery;

/// <summary>
/// At most so many messages in any trailing window of time, as a server counts that sees each message somewhere between its
/// start and its answer. Never catches up after a stall: what was not sent is not owed. Times are ticks of one clock. Not thread-safe.
/// </summary>
internal sealed class SlidingWindow(int limit, TimeSpan length, LatencyEstimate latency)
{
    private const long InFlight = long.MaxValue;

    // In order of their numbers; those that hold nothing back any more are dropped when the next is charged.
    private readonly List<Message> _messages = [];
    private long[] _releases = [];
    private long _count;

    /// <summary>When a send of this cost may start, if nothing else happens; <see cref="long.MaxValue"/> when an answer must come first.</summary>
    public long EarliestStart(int cost, long now)
    {
        // A send that costs more than the window holds goes when the window is empty; its surplus is charged to later windows.
        var free = limit - Math.Min(cost, limit);
        if (_messages.Count <= free)
        {
            return 0;
        }

        if (_releases.Length < _messages.Count)
        {
            _releases = new long[Math.Max(limit, _messages.Count)];
        }

        // Calls that hang (an upload, a stalled connection) may be accepted at any moment, but never take more than half of the pace.
        var mayHang = limit / 2;
        for (var i = _messages.Count - 1; i >= 0; i--)
        {
            var release = Release(_messages[i], now);
            _releases[i] = release == InFlight && mayHang-- <= 0 ? 0 : release;
        }

        var releases = _releases.AsSpan(0, _messages.Count);
        releases.Sort();
        return releases[^(free + 1)];
    }

    /// <summary>Charges a send. The answer is told to <see cref="Complete"/> with the number that this returns.</summary>
    public long Charge(int cost, long now)
    {
        _messages.RemoveAll(message => Release(message, now) <= now);
        var first = _count;
        for (var i = 0; i < cost; i++)
        {
            _messages.Add(new Message(_count++, now + (i / limit * length.Ticks), InFlight));
        }

        return first;
    }

    /// <summary>Takes back the last charge.</summary>
    public void Withdraw(long first) => _messages.RemoveAll(message => message.Number >= first);

    /// <summary>The answer to a send has come.</summary>
    public void Complete(long first, int cost, long roundTrip)
    {
        for (var i = _messages.Count - 1; i >= 0 && _messages[i].Number >= first; i--)
        {
            if (_messages[i].Number < first + cost)
            {
                _messages[i] = _messages[i] with { RoundTrip = roundTrip };
            }
        }
    }

    /// <summary>Nothing in the window holds anything back any more.</summary>
    public bool IsIdle(long now) => _messages.TrueForAll(message => Release(message, now) <= now);

    private long Release(Message message, long now)
    {
        if (message.RoundTrip != InFlight)
        {
            return message.Start + latency.Lateness(message.RoundTrip) + length.Ticks;
        }

        // The answer is awaited for as long as it may take; one that takes longer says nothing of when the message is accepted.
        var expected = message.Start + latency.Spread + latency.Guard + length.Ticks;
        return expected > now ? expected : InFlight;
    }

    private readonly record struct Message(long Number, long Start, long RoundTrip);
}
