using TelegramMarketing.Storage;

namespace TelegramMarketing.Diagnostics;

/// <summary>The publications of this process that wait or are under way, Held ones included: a list through the entries themselves, as each goes in and out.</summary>
internal sealed class WaitingPublications
{
    private readonly Lock _lock = new();
    private PublicationEntry? _first;
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public void Add(PublicationEntry entry)
    {
        lock (_lock)
        {
            if (!entry.IsWaiting)
            {
                entry.IsWaiting = true;
                entry.NextWaiting = _first;
                _first?.PreviousWaiting = entry;
                _first = entry;
                _count++;
            }
        }
    }

    public void Remove(PublicationEntry entry)
    {
        lock (_lock)
        {
            if (entry.IsWaiting)
            {
                entry.IsWaiting = false;
                entry.NextWaiting?.PreviousWaiting = entry.PreviousWaiting;
                if (entry.PreviousWaiting is { } previous)
                {
                    previous.NextWaiting = entry.NextWaiting;
                }
                else
                {
                    _first = entry.NextWaiting;
                }

                (entry.NextWaiting, entry.PreviousWaiting) = (null, null);
                _count--;
            }
        }
    }

    /// <summary>How long the oldest has waited; zero when none does.</summary>
    public TimeSpan AgeOfOldest(DateTimeOffset now)
    {
        lock (_lock)
        {
            var oldest = now;
            for (var entry = _first; entry is not null; entry = entry.NextWaiting)
            {
                // What was scheduled long ago has waited since it was due.
                var since = entry.DeliveryBegan > entry.DueAt ? entry.DeliveryBegan : entry.DueAt;
                oldest = since < oldest ? since : oldest;
            }

            return now - oldest;
        }
    }
}
