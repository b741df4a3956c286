using TelegramMarketing.Testing.World;

namespace TelegramMarketing.Testing;

/// <summary>A bot that the fake knows.</summary>
public sealed class TelegramBot
{
    private readonly TelegramWorld _world;
    private int _lastPrivateMessageId;

    internal TelegramBot(TelegramWorld world, long id, string token, string username)
    {
        _world = world;
        Id = id;
        Token = token;
        Username = username;
        Updates = new BotUpdates(world);
    }

    /// <summary>The id of the bot.</summary>
    public long Id { get; }

    /// <summary>The token that the application uses.</summary>
    public string Token { get; internal set; }

    /// <summary>The username, without @.</summary>
    public string Username { get; }

    /// <summary>How many updates wait for the bot.</summary>
    public int WaitingUpdates
    {
        get
        {
            lock (_world.Sync)
            {
                return Updates.Count;
            }
        }
    }

    internal BotUpdates Updates { get; }

    /// <summary>Revokes the token, as its owner can at @BotFather: calls with the old one are answered 401 from now on.</summary>
    /// <returns>The new token.</returns>
    public string RevokeToken()
    {
        lock (_world.Sync)
        {
            _world.RevokeToken(this);
            return Token;
        }
    }

    /// <summary>The username, not the token.</summary>
    public override string ToString() => $"@{Username}";

    internal int TakePrivateMessageId() => ++_lastPrivateMessageId;
}
