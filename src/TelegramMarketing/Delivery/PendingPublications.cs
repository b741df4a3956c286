using TelegramMarketing.Publishing;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Delivery;

/// <summary>The publications that are Held or Unknown in one chat, oldest first.</summary>
internal sealed class PendingPublications
{
    private readonly Lock _lock = new();
    private readonly List<PublicationEntry> _entries = [];
    private volatile bool _isEmpty = true;

    /// <summary>None is pending, as nearly always.</summary>
    public bool IsEmpty => _isEmpty;

    /// <summary>Those that are Held.</summary>
    public PublicationEntry[] Held
    {
        get
        {
            lock (_lock)
            {
                return [.. _entries.Where(entry => entry.State == PublicationState.Held)];
            }
        }
    }

    /// <summary>Adds one, if it is not there.</summary>
    /// <param name="entry">The publication, with its parts.</param>
    /// <param name="atFront">It was the first before.</param>
    public async Task AddAsync(PublicationEntry entry, bool atFront)
    {
        await EnsureFingerprintAsync(entry).ConfigureAwait(false);
        lock (_lock)
        {
            if (!_entries.Contains(entry))
            {
                _entries.Insert(atFront ? 0 : _entries.Count, entry);
                _isEmpty = false;
            }
        }
    }

    /// <summary>Nothing more is to be done for it.</summary>
    public void Remove(PublicationEntry entry)
    {
        lock (_lock)
        {
            _entries.Remove(entry);
            _isEmpty = _entries.Count == 0;
        }
    }

    /// <summary>One that would put the same into the channel as <paramref name="entry"/>. Those that another process has brought to their end are forgotten.</summary>
    public async ValueTask<PublicationEntry?> FindEqualAsync(PublicationEntry entry)
    {
        await EnsureFingerprintAsync(entry).ConfigureAwait(false);
        lock (_lock)
        {
            _entries.RemoveAll(other => other.HasEnded);
            _isEmpty = _entries.Count == 0;
            return _entries.Find(other => !ReferenceEquals(other, entry) && other.ContentFingerprint == entry.ContentFingerprint);
        }
    }

    /// <summary>The others that are in doubt.</summary>
    public PublicationEntry[] OtherUnknown(PublicationEntry entry)
    {
        lock (_lock)
        {
            return [.. _entries.Where(other => !ReferenceEquals(other, entry) && other.State == PublicationState.Unknown)];
        }
    }

    /// <summary>A message of ours was confirmed, which tells something about those in doubt.</summary>
    public void NoteConfirmed(PublicationEntry confirmed, IReadOnlyList<int> messageIds, Func<PublicationEntry, DateTimeOffset> horizonOf)
    {
        if (_isEmpty)
        {
            return;
        }

        lock (_lock)
        {
            foreach (var unknown in _entries)
            {
                if (unknown.State == PublicationState.Unknown)
                {
                    unknown.NoteConfirmed(messageIds, confirmed.SendBeganAt > horizonOf(unknown));
                }
            }
        }
    }

    private static async ValueTask EnsureFingerprintAsync(PublicationEntry entry)
    {
        entry.ContentFingerprint ??= entry.Fingerprint ?? await Fingerprint.OfAsync(entry.Parts!).ConfigureAwait(false);
        if (entry.IdempotencyKey is null)
        {
            entry.Fingerprint = entry.ContentFingerprint;
        }
    }
}
