using System.Globalization;

namespace TelegramMarketing.Testing.World;

/// <summary>The pressed buttons that a bot can still answer. Guarded by the world's lock.</summary>
internal sealed class Presses
{
    private static readonly TimeSpan _lifetime = TimeSpan.FromMinutes(10);
    private readonly Queue<string> _order = new();
    private readonly Dictionary<string, (TelegramPress Press, DateTimeOffset At)> _waiting = new(StringComparer.Ordinal);
    private long _last = 400_000_000_000;

    public string Add(TelegramPress press, DateTimeOffset now)
    {
        var id = (++_last).ToString(CultureInfo.InvariantCulture);
        _waiting.Add(id, (press, now));
        _order.Enqueue(id);
        while (_order.TryPeek(out var oldest) && (!_waiting.TryGetValue(oldest, out var entry) || entry.At < now - _lifetime || _order.Count > 1_000))
        {
            _waiting.Remove(_order.Dequeue());
        }

        return id;
    }

    /// <summary>The press to be answered; null when it is unknown, answered or too old.</summary>
    public TelegramPress? Take(string id, DateTimeOffset now) =>
        _waiting.Remove(id, out var entry) && entry.At >= now - _lifetime ? entry.Press : null;
}
