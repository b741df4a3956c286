using System.Text.Json.Nodes;
using TelegramMarketing.Testing.Time;

namespace TelegramMarketing.Testing.World;

/// <summary>The updates that wait for one bot. Guarded by the world's lock.</summary>
internal sealed class BotUpdates(TelegramWorld world)
{
    private static readonly TimeSpan _lifetime = TimeSpan.FromHours(24);
    private static readonly string[] _onlyOnRequest = ["chat_member", "message_reaction", "message_reaction_count"];

    private readonly Queue<(int Id, DateTimeOffset At, string Type, JsonObject Content)> _waiting = new();
    private int _lastId = 100_000_000;
    private string[]? _allowed;

    /// <summary>The types asked for; null for the default ones.</summary>
    public IReadOnlyList<string>? Allowed => _allowed;

    public Presses Presses { get; } = new();

    public string? WebhookUrl { get; set; }

    /// <summary>The long poll that waits for the next update.</summary>
    public VirtualWait? Poll { get; set; }

    public int Count => _waiting.Count;

    /// <summary>An empty list means the default types.</summary>
    public void Allow(IEnumerable<string> types)
    {
        string[] names = [.. types.Select(type => type.ToLowerInvariant())];
        _allowed = names.Length == 0 ? null : names;
    }

    public void Add(string type, JsonObject content)
    {
        if (_allowed is null ? _onlyOnRequest.Contains(type, StringComparer.Ordinal) : !_allowed.Contains(type, StringComparer.Ordinal))
        {
            return;
        }

        _waiting.Enqueue((++_lastId, world.Now, type, content));
        while (_waiting.Count > world.Options.MaxUpdates)
        {
            _waiting.Dequeue();
        }

        Poll?.Wake();
    }

    public void Clear() => _waiting.Clear();

    /// <summary>Forgets what is confirmed by the offset, and gives what waits from there on.</summary>
    public JsonArray Take(int offset, int limit)
    {
        if (offset < 0)
        {
            while (_waiting.Count > -(long)offset)
            {
                _waiting.Dequeue();
            }
        }

        while (_waiting.TryPeek(out var oldest) && ((offset > 0 && oldest.Id < offset) || oldest.At <= world.Now - _lifetime))
        {
            _waiting.Dequeue();
        }

        var result = new JsonArray();
        foreach (var (id, _, type, content) in _waiting.Take(limit))
        {
            result.Add(new JsonObject { ["update_id"] = id, [type] = content.DeepClone() });
        }

        return result;
    }
}
