namespace TelegramMarketing.Testing.Wire;

/// <summary>What the application did that it must not do, or that the fake doesn't know.</summary>
internal sealed class Violations
{
    private const int Capacity = 100;
    private readonly Lock _lock = new();
    private readonly List<string> _all = [];
    private int _told;

    public IReadOnlyList<string> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _all];
            }
        }
    }

    public void Add(string violation)
    {
        lock (_lock)
        {
            if (_all.Count < Capacity)
            {
                _all.Add(violation);
            }
        }
    }

    /// <summary>Throws for what hasn't been told yet.</summary>
    public void ThrowIfAny()
    {
        lock (_lock)
        {
            var news = _all.Skip(_told).ToList();
            _told = _all.Count;
            if (news.Count > 0)
            {
                throw new InvalidOperationException($"Not as it is done with Telegram: {string.Join(" ", news)}");
            }
        }
    }
}
