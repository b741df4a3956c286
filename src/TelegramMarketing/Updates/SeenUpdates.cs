namespace TelegramMarketing.Updates;

/// <summary>The ids of the last updates, so that one that comes twice is handled once.</summary>
internal sealed class SeenUpdates(int capacity)
{
    private readonly Lock _lock = new();
    private readonly HashSet<int> _ids = [];
    private readonly Queue<int> _oldestFirst = [];

    /// <summary><see langword="true"/> for the first who comes with this id.</summary>
    public bool TryAdd(int id)
    {
        lock (_lock)
        {
            if (!_ids.Add(id))
            {
                return false;
            }

            _oldestFirst.Enqueue(id);
            while (_oldestFirst.Count > capacity)
            {
                _ids.Remove(_oldestFirst.Dequeue());
            }

            return true;
        }
    }

    /// <summary>The update was not handled to its end, and may come again.</summary>
    public void Remove(int id)
    {
        lock (_lock)
        {
            _ids.Remove(id);
        }
    }
}
