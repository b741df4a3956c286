using TelegramMarketing.Testing.Time;
using TelegramMarketing.Testing.Wire;

namespace TelegramMarketing.Testing.World;

/// <summary>Everything that the fake remembers. One lock guards it all.</summary>
internal sealed class TelegramWorld
{
    private readonly Random _random;
    private readonly Dictionary<string, TelegramChannel> _channelsByName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<long, TelegramChannel> _channels = [];
    private readonly Dictionary<long, TelegramPerson> _people = [];
    private readonly Dictionary<string, TelegramBot> _bots = new(StringComparer.Ordinal);
    private readonly Dictionary<(long Bot, long Person), PrivateChat> _privateChats = [];
    private readonly Queue<TelegramRequest> _requests = new();
    private long _lastId;

    public TelegramWorld(InMemoryTelegramOptions options)
    {
        Options = options;
        Clock = new VirtualClock(options.StartAt);
        _random = new Random(options.Seed);
        Updates = new UpdateFeed(this);
        Floods = new FloodControl(options);
        Owner = new TelegramPerson(this, TakeId(), "Owner", null);
    }

    public Lock Sync { get; } = new();

    public InMemoryTelegramOptions Options { get; }

    public VirtualClock Clock { get; }

    public DateTimeOffset Now => Clock.GetUtcNow();

    public UpdateFeed Updates { get; }

    public FloodControl Floods { get; }

    public TelegramFaults Faults { get; } = new();

    /// <summary>The person who owns all channels.</summary>
    public TelegramPerson Owner { get; }

    public IReadOnlyCollection<TelegramBot> Bots => _bots.Values;

    public IReadOnlyCollection<TelegramChannel> Channels => _channels.Values;

    public Dictionary<string, TelegramStickerSet> StickerSets { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What is known of the files of stickers, by their ids.</summary>
    public Dictionary<string, StickerContent> StickerFiles { get; } = new(StringComparer.Ordinal);

    public IReadOnlyCollection<TelegramRequest> Requests => _requests;

    public TelegramBot AddBot(string username)
    {
        if (_bots.Values.Any(known => string.Equals(known.Username, username, StringComparison.OrdinalIgnoreCase)))
        {
            throw new ArgumentException($"There is a bot @{username} already.", nameof(username));
        }

        var id = 7_000_000_000 + TakeId();
        var bot = new TelegramBot(this, id, $"{id}:AA{TakeSecret(33)}", username);
        _bots.Add(bot.Token, bot);
        return bot;
    }

    public TelegramBot? FindBot(string token) => _bots.GetValueOrDefault(token);

    public void RevokeToken(TelegramBot bot)
    {
        _bots.Remove(bot.Token);
        bot.Token = $"{bot.Id}:AA{TakeSecret(33)}";
        _bots.Add(bot.Token, bot);
    }

    public TelegramChannel AddChannel(string? username, string title)
    {
        if (username is not null && _channelsByName.ContainsKey(username))
        {
            throw new ArgumentException($"There is a channel @{username} already.", nameof(username));
        }

        var channel = new TelegramChannel(this, -1_001_500_000_000 - TakeId(), username, title);
        _channels.Add(channel.Id, channel);
        if (username is not null)
        {
            _channelsByName.Add(username, channel);
        }

        return channel;
    }

    public TelegramPerson AddPerson(string firstName, string? username)
    {
        var person = new TelegramPerson(this, 100_000_000 + TakeId(), firstName, username);
        _people.Add(person.Id, person);
        return person;
    }

    public TelegramChannel? FindChannel(string username) => _channelsByName.GetValueOrDefault(username);

    public TelegramChannel? FindChannel(long id) => _channels.GetValueOrDefault(id);

    public TelegramPerson? FindPerson(long id) => id == Owner.Id ? Owner : _people.GetValueOrDefault(id);

    /// <summary>The chat of a person with a bot, if they have anything to do with each other.</summary>
    public PrivateChat? FindPrivateChat(TelegramBot bot, TelegramPerson person) => _privateChats.GetValueOrDefault((bot.Id, person.Id));

    /// <summary>The chat of a person with a bot; afterwards the bot knows the person.</summary>
    public PrivateChat PrivateChatOf(TelegramBot bot, TelegramPerson person)
    {
        if (!_privateChats.TryGetValue((bot.Id, person.Id), out var chat))
        {
            chat = new PrivateChat(this, bot, person);
            _privateChats.Add((bot.Id, person.Id), chat);
        }

        return chat;
    }

    public IEnumerable<PrivateChat> PrivateChatsOf(TelegramPerson person) =>
        _bots.Values.Select(bot => FindPrivateChat(bot, person)).OfType<PrivateChat>();

    /// <summary>The emoji of a sticker that stands in a set.</summary>
    public string? EmojiOf(string stickerFileId) =>
        StickerSets.Values.SelectMany(set => set.All).FirstOrDefault(sticker => sticker.FileId == stickerFileId)?.Emoji[0];

    public void Log(TelegramRequest request)
    {
        _requests.Enqueue(request);
        while (_requests.Count > Options.MaxRequests)
        {
            _requests.Dequeue();
        }
    }

    /// <summary>Letters and digits that nobody guesses (but that are the same in every run).</summary>
    public string TakeSecret(int length)
    {
        const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        return string.Create(length, _random, static (span, random) =>
        {
            foreach (ref var letter in span)
            {
                letter = Letters[random.Next(Letters.Length)];
            }
        });
    }

    public long TakeId() => ++_lastId;

    public int TakeSeed() => _random.Next();
}
