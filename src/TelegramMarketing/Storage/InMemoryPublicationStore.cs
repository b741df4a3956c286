using System.Runtime.CompilerServices;
using TelegramMarketing.Time;

namespace TelegramMarketing.Storage;

/// <summary>Forgets everything with the process, and the oldest that have ended beyond a cap.</summary>
internal sealed class InMemoryPublicationStore(int endedCap, Clock clock) : IPublicationStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, Row> _rows = [];
    private readonly Dictionary<(string Chat, string Key), PublicationEntry> _byKey = [];
    private readonly Queue<Row> _ended = new();

    // Made when somebody asks for it first: whoever only publishes never does.
    private Dictionary<(string Chat, int Message), PublicationEntry>? _byMessage;

    public ValueTask<PublicationEntry> AddAsync(PublicationEntry entry, string chatKey, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            if (entry.IdempotencyKey is { } key && !_byKey.TryAdd((chatKey, key), entry))
            {
                return ValueTask.FromResult(_byKey[(chatKey, key)]);
            }

            _rows.Add(entry.Id, new Row(entry, chatKey));
            return ValueTask.FromResult(entry);
        }
    }

    public ValueTask SaveAsync(PublicationEntry entry, CancellationToken cancellationToken)
    {
        if (!entry.HasEnded && entry.MessageCount == 0)
        {
            // The entry is its own row, and nothing is to be found by what has changed.
            return ValueTask.CompletedTask;
        }

        lock (_lock)
        {
            if (!_rows.TryGetValue(entry.Id, out var row))
            {
                return ValueTask.CompletedTask;
            }

            if (_byMessage is not null)
            {
                Index(_byMessage, row);
            }

            entry.EndedAt = entry.HasEnded ? clock.UtcNow : null;
            if (entry.HasEnded && !row.IsCounted)
            {
                row.IsCounted = true;
                row.EndedAt = clock.UtcNow;
                _ended.Enqueue(row);
                ForgetBeyondCap();
            }
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask<PublicationEntry?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return ValueTask.FromResult(_rows.TryGetValue(id, out var row) ? row.Entry : null);
        }
    }

    public ValueTask<PublicationEntry?> FindByKeyAsync(string chatKey, string idempotencyKey, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return ValueTask.FromResult(_byKey.GetValueOrDefault((chatKey, idempotencyKey)));
        }
    }

    public ValueTask<PublicationEntry?> FindByMessageAsync(string chatKey, int messageId, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_byMessage is null)
            {
                _byMessage = [];
                foreach (var row in _rows.Values)
                {
                    Index(_byMessage, row);
                }
            }

            return ValueTask.FromResult(_byMessage.GetValueOrDefault((chatKey, messageId)));
        }
    }

    public IAsyncEnumerable<PublicationEntry> ListAsync(PublicationState? state, CancellationToken cancellationToken) => state is null
        ? StreamAsync(Select(_ => true, entry => entry.CreatedAt), cancellationToken)
        : StreamAsync(Select(entry => entry.State == state, entry => entry.DueAt), cancellationToken);

    public IAsyncEnumerable<PublicationEntry> LoadUnfinishedAsync(CancellationToken cancellationToken) => StreamAsync(
        Select(entry => entry.State is PublicationState.Sending or PublicationState.Held or PublicationState.Unknown, entry => entry.DueAt),
        cancellationToken);

    public ValueTask<IReadOnlyList<PublicationEntry>> FindDueAsync(DateTimeOffset now, int limit, PublicationEntry? after, CancellationToken cancellationToken)
    {
        var due = Select(entry => entry.State == PublicationState.Scheduled && entry.DueAt <= now && (after is null || (entry.DueAt, entry.Id).CompareTo((after.DueAt, after.Id)) > 0), entry => entry.DueAt);
        return ValueTask.FromResult<IReadOnlyList<PublicationEntry>>(due.Length <= limit ? due : due[..limit]);
    }

    public ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult(Select(entry => entry.State == PublicationState.Scheduled, entry => entry.DueAt) is [var first, ..] ? first.DueAt : (DateTimeOffset?)null);

    public ValueTask<IReadOnlyList<StoredChat>> LoadChatsAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return ValueTask.FromResult<IReadOnlyList<StoredChat>>([.. _rows.Values
                .GroupBy(row => row.ChatKey, StringComparer.Ordinal)
                .Select(chat => new StoredChat(chat.Key, chat.Select(row => row.Entry.ChatId).FirstOrDefault(id => id != 0), chat.SelectMany(row => row.Entry.MessageIds).DefaultIfEmpty().Max()))]);
        }
    }

    public ValueTask<IReadOnlyList<StoredSend>> LoadSentSinceAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return ValueTask.FromResult<IReadOnlyList<StoredSend>>([.. _rows.Values
                .Where(row => row.Entry.SendBeganAt >= since && row.Entry.MessageCount > 0)
                .Select(row => new StoredSend(row.ChatKey, row.Entry.SendBeganAt, row.Entry.MessageCount))]);
        }
    }

    public ValueTask<int> DeleteEndedBeforeAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            Row[] old = [.. _rows.Values.Where(row => row.Entry.HasEnded && row.IsCounted && row.EndedAt < before).OrderBy(row => row.EndedAt).Take(limit)];
            foreach (var row in old)
            {
                Forget(row);
            }

            return ValueTask.FromResult(old.Length);
        }
    }

    private static async IAsyncEnumerable<PublicationEntry> StreamAsync(PublicationEntry[] entries, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var entry in entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return entry;
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }

    private PublicationEntry[] Select(Func<PublicationEntry, bool> isWanted, Func<PublicationEntry, DateTimeOffset> order)
    {
        lock (_lock)
        {
            return [.. _rows.Values.Select(row => row.Entry).Where(isWanted).OrderBy(order).ThenBy(entry => entry.Id)];
        }
    }

    private static void Index(Dictionary<(string Chat, int Message), PublicationEntry> byMessage, Row row)
    {
        for (; row.MessagesIndexed < row.Entry.MessageCount; row.MessagesIndexed++)
        {
            byMessage[(row.ChatKey, row.Entry.MessageIdAt(row.MessagesIndexed))] = row.Entry;
        }
    }

    private void ForgetBeyondCap()
    {
        for (var surplus = _ended.Count - endedCap; surplus > 0; surplus--)
        {
            var row = _ended.Dequeue();
            row.IsCounted = false;

            // One that has not ended was asked for again by its key, and is under way once more.
            if (row.Key is null || row.Entry.HasEnded)
            {
                Forget(row);
            }
        }
    }

    private void Forget(Row row)
    {
        if (!_rows.Remove(row.Id))
        {
            return;
        }

        if (row.Key is { } key)
        {
            _byKey.Remove((row.ChatKey, key));
        }

        for (var index = 0; index < row.MessagesIndexed; index++)
        {
            _byMessage!.Remove((row.ChatKey, row.Entry.MessageIdAt(index)));
        }
    }

    private sealed class Row(PublicationEntry entry, string chatKey)
    {
        public PublicationEntry Entry => entry;

        public Guid Id { get; } = entry.Id;

        public string? Key { get; } = entry.IdempotencyKey;

        public string ChatKey => chatKey;

        public bool IsCounted { get; set; }

        public DateTimeOffset EndedAt { get; set; }

        public int MessagesIndexed { get; set; }
    }
}
