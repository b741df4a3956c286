using System.Diagnostics.CodeAnalysis;
using TelegramMarketing.BotApi;
using TelegramMarketing.Time;

namespace TelegramMarketing.Delivery;

/// <summary>
/// The chats of one bot. A channel's @username and its id are one chat: what joins them is learned from Telegram's answers, or
/// asked for once when both forms are in use.
/// </summary>
internal sealed class ChatDirectory(Pacer pacer, Clock clock)
{
    private const int SweepFrom = 1024;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, ChatState> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<long, ChatState> _byId = [];
    private readonly HashSet<ChatState> _unjoined = [];
    private int _sweepAt = SweepFrom;

    /// <summary>The chat; the same object for every form of its address that is known.</summary>
    public ChatState Get(ChatTarget target)
    {
        lock (_lock)
        {
            if (TryFind(target, out var chat))
            {
                return chat;
            }

            SweepIfMany();
            var (perSecond, perMinute) = pacer.WindowsFor(target.IsPerson);
            chat = new ChatState(target, perSecond, perMinute, clock);
            if (target.Username is { } name)
            {
                _byName.Add(name, chat);
            }
            else
            {
                _byId.Add(target.Id, chat);
            }

            if (!target.IsPerson)
            {
                _unjoined.Add(chat);
            }

            return chat;
        }
    }

    /// <summary>The chat, if it is known.</summary>
    public ChatState? Find(ChatTarget target)
    {
        lock (_lock)
        {
            return TryFind(target, out var chat) ? chat : null;
        }
    }

    /// <summary>This address is new, and it may be another form of one that is in use: Telegram must be asked before it gets a turn.</summary>
    public bool IsAmbiguous(ChatTarget target)
    {
        lock (_lock)
        {
            return !target.IsPerson && _unjoined.Count > 0 && !TryFind(target, out _) && HasUnjoined(byName: target.Username is null);
        }
    }

    /// <summary>Telegram has told the id and the username (or that there is none) of a chat that was addressed as <paramref name="target"/>.</summary>
    public void Learn(ChatTarget target, long id, string? username)
    {
        lock (_lock)
        {
            var chat = _byId.GetValueOrDefault(id) ?? (username is null ? null : _byName.GetValueOrDefault(username));
            if (chat is null && !TryFind(target, out chat))
            {
                return;
            }

            // A store may know the id only, and a channel may get another name.
            chat.Username = username ?? chat.Username;
            if (_unjoined.Remove(chat))
            {
                chat.Id = id;
            }

            _byId.TryAdd(id, chat);
            if (username is not null)
            {
                _byName.TryAdd(username, chat);
            }

            chat.IsJoined = true;
        }
    }

    private bool HasUnjoined(bool byName) => _unjoined.Any(chat => chat.Target.Username is null != byName);

    private bool TryFind(ChatTarget target, [NotNullWhen(true)] out ChatState? chat) =>
        target.Username is { } name ? _byName.TryGetValue(name, out chat) : _byId.TryGetValue(target.Id, out chat);

    /// <summary>A campaign meets a hundred thousand people once: those whose pace is past are forgotten.</summary>
    private void SweepIfMany()
    {
        if (_byId.Count < _sweepAt)
        {
            return;
        }

        foreach (var (id, chat) in _byId.ToArray())
        {
            if (chat.Target.IsPerson && chat.Turns.IsIdle && pacer.IsIdle(chat))
            {
                _byId.Remove(id);
            }
        }

        _sweepAt = Math.Max(SweepFrom, _byId.Count * 2);
    }
}
