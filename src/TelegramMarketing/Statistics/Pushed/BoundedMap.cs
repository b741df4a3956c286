namespace TelegramMarketing.Statistics.Pushed;

/// <summary>Remembers so many, the latest ones.</summary>
internal sealed class BoundedMap<TKey, TValue>(int most)
    where TKey : notnull
    where TValue : struct
{
    private readonly Lock _lock = new();
    private readonly Dictionary<TKey, TValue> _values = [];
    private readonly Queue<TKey> _order = new();

    public void Set(TKey key, TValue value)
    {
        lock (_lock)
        {
            if (_values.TryAdd(key, value))
            {
                _order.Enqueue(key);
                if (_order.Count > most)
                {
                    _values.Remove(_order.Dequeue());
                }
            }
            else
            {
                _values[key] = value;
            }
        }
    }

    public TValue? Find(TKey key)
    {
        lock (_lock)
        {
            return _values.TryGetValue(key, out var value) ? value : null;
        }
    }
}
