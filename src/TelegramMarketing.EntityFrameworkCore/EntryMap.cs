using TelegramMarketing.Storage;

namespace TelegramMarketing.EntityFrameworkCore;

/// <summary>The entries that somebody uses, so that everybody uses the same one. What nobody holds any more is forgotten.</summary>
internal sealed class EntryMap
{
    private const int SweepFrom = 1024;
    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, WeakReference<PublicationEntry>> _entries = [];
    private int _sweepAt = SweepFrom;

    public PublicationEntry? Find(Guid id)
    {
        lock (_lock)
        {
            return TryGet(id);
        }
    }

    /// <summary>The entry in use, or else this one from now on.</summary>
    public PublicationEntry GetOrAdd(PublicationEntry entry)
    {
        lock (_lock)
        {
            if (TryGet(entry.Id) is { } used)
            {
                return used;
            }

            SweepIfMany();
            _entries[entry.Id] = new WeakReference<PublicationEntry>(entry);
            return entry;
        }
    }

    private PublicationEntry? TryGet(Guid id) => _entries.TryGetValue(id, out var reference) && reference.TryGetTarget(out var entry) ? entry : null;

    private void SweepIfMany()
    {
        if (_entries.Count < _sweepAt)
        {
            return;
        }

        foreach (var (id, reference) in _entries.ToArray())
        {
            if (!reference.TryGetTarget(out _))
            {
                _entries.Remove(id);
            }
        }

        _sweepAt = Math.Max(SweepFrom, _entries.Count * 2);
    }
}
