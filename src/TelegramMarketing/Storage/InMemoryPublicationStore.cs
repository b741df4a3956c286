using System.Runtime.CompilerServices;

namespace TelegramMarketing.Storage;

/// <summary>Forgets everything with the process, and the oldest that have ended beyond a cap.</summary>
internal sealed class InMemoryPublicationStore(int endedCap) : IPublicationStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, Row> _rows = [];
    private readonly Dictionary<(string Chat, string Key), PublicationEntry> _byKey = [];
    private readonly Dictionary<(string Chat, int Message), PublicationEntry> _byMessage = [];
    private readonly Queue<Guid> _ended = new();

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
        lock (_lock)
        {
            if (!_rows.TryGetValue(entry.Id, out var row))
            {
                return ValueTask.CompletedTask;
            }

            for (; row.MessagesIndexed < entry.MessageCount; row.MessagesIndexed++)
            {
                _byMessage[(row.ChatKey, entry.MessageIdAt(row.MessagesIndexed))] = entry;
            }

            if (entry.HasEnded && !row.IsCounted)
            {
                row.IsCounted = true;
                _ended.Enqueue(entry.Id);
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

    public ValueTask<PublicationEntry?> FindByMessageAsync(string chatKey, int messageId, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return ValueTask.FromResult(_byMessage.GetValueOrDefault((chatKey, messageId)));
        }
    }

    public async IAsyncEnumerable<PublicationEntry> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        PublicationEntry[] entries;
        lock (_lock)
        {
            entries = [.. _rows.Values.Select(row => row.Entry).OrderBy(entry => entry.CreatedAt).ThenBy(entry => entry.Id)];
        }

        foreach (var entry in entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return entry;
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }

    private void ForgetBeyondCap()
    {
        for (var surplus = _ended.Count - endedCap; surplus > 0; surplus--)
        {
            var id = _ended.Dequeue();
            if (!_rows.TryGetValue(id, out var row))
            {
                continue;
            }

            if (!row.Entry.HasEnded)
            {
                // Asked for again by its key, and under way once more.
                row.IsCounted = false;
                continue;
            }

            _rows.Remove(id);
            if (row.Entry.IdempotencyKey is { } key)
            {
                _byKey.Remove((row.ChatKey, key));
            }

            for (var index = 0; index < row.MessagesIndexed; index++)
            {
                _byMessage.Remove((row.ChatKey, row.Entry.MessageIdAt(index)));
            }
        }
    }

    private sealed class Row(PublicationEntry entry, string chatKey)
    {
        public PublicationEntry Entry => entry;

        public string ChatKey => chatKey;

        public bool IsCounted { get; set; }

        public int MessagesIndexed { get; set; }
    }
}
