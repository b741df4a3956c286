using TelegramMarketing.Storage;

namespace TelegramMarketing.Diagnostics;

/// <summary>The publications of this process that wait or are under way, Held ones included.</summary>
internal sealed class WaitingPublications
{
    private readonly Lock _lock = new();
    private readonly HashSet<PublicationEntry> _entries = [];

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _entries.Count;
            }
        }
    }

    public void Add(PublicationEntry entry)
    {
        lock (_lock)
        {
            _entries.Add(entry);
            entry.IsWaiting = true;
        }
    }

    public void Remove(PublicationEntry entry)
    {
        lock (_lock)
        {
            _entries.Remove(entry);
            entry.IsWaiting = false;
        }
    }

    /// <summary>How long the oldest has waited; zero when none does.</summary>
    public TimeSpan AgeOfOldest(DateTimeOffset now)
    {
        lock (_lock)
        {
            var oldest = now;
            foreach (var entry in _entries)
            {
                oldest = entry.DeliveryBegan < oldest ? entry.DeliveryBegan : oldest;
            }

            return now - oldest;
        }
    }
}
