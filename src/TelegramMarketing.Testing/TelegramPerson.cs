using System.Text.RegularExpressions;
using TelegramMarketing.Testing.World;

namespace TelegramMarketing.Testing;

/// <summary>A person with Telegram, who reads, reacts, joins, leaves, writes to bots and presses buttons.</summary>
public sealed partial class TelegramPerson
{
    private readonly TelegramWorld _world;

    internal TelegramPerson(TelegramWorld world, long id, string firstName, string? username)
    {
        _world = world;
        Id = id;
        FirstName = firstName;
        Username = username;
    }

    /// <summary>The id of the person.</summary>
    public long Id { get; }

    /// <summary>The first name.</summary>
    public string FirstName { get; }

    /// <summary>The username without @; null without one.</summary>
    public string? Username { get; }

    /// <summary>The language of the person's app, as an IETF tag; null when it isn't told.</summary>
    /// <value>Defaults to <c>en</c>.</value>
    public string? LanguageCode { get; set; } = "en";

    /// <summary>The messages that bots have sent, oldest first; no more than the options say.</summary>
    public IReadOnlyList<TelegramMessage> Inbox
    {
        get
        {
            lock (_world.Sync)
            {
                return [.. _world.PrivateChatsOf(this).SelectMany(chat => chat.Messages).Where(message => message.Bot is not null).OrderBy(message => message.Date)];
            }
        }
    }

    /// <summary>Opens the bot and presses Start, with what the deep link <c>https://t.me/bot?start=payload</c> carries.</summary>
    /// <exception cref="ArgumentException">The payload isn't one that Telegram passes on: up to 64 of <c>A-Z a-z 0-9 _ -</c>.</exception>
    public void Start(TelegramBot bot, string? payload = null)
    {
        if (payload is not null && !Payload().IsMatch(payload))
        {
            throw new ArgumentException("Telegram passes on no payload but 1 to 64 of A-Z a-z 0-9 _ and -.", nameof(payload));
        }

        Write(bot, payload is null ? "/start" : $"/start {payload}");
    }

    /// <summary>Writes to a bot. Somebody who had blocked it unblocks it by that.</summary>
    public void Write(TelegramBot bot, string text)
    {
        ArgumentNullException.ThrowIfNull(bot);
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        lock (_world.Sync)
        {
            var chat = _world.PrivateChatOf(bot, this);
            if (chat.IsBlocked)
            {
                chat.IsBlocked = false;
                _world.Updates.BlockChanged(chat, isBlocked: false);
            }

            chat.IsStarted = true;
            var message = new TelegramMessage(chat, chat.TakeMessageId(), _world.Now) { Text = text, Sender = this, Entities = Command(text) };
            chat.Add(message);
            UpdateFeed.Wrote(chat, message);
        }
    }

    /// <summary>Blocks a bot: it can no longer write.</summary>
    public void Block(TelegramBot bot)
    {
        ArgumentNullException.ThrowIfNull(bot);
        lock (_world.Sync)
        {
            var chat = _world.PrivateChatOf(bot, this);
            if (!chat.IsBlocked)
            {
                chat.IsBlocked = true;
                _world.Updates.BlockChanged(chat, isBlocked: true);
            }
        }
    }

    /// <summary>Reads a post: it has one view more, the first time.</summary>
    public void Read(TelegramPost post)
    {
        ArgumentNullException.ThrowIfNull(post);
        post.Channel.State.Write(_ => post.ReadBy(this));
    }

    /// <summary>Reads every post of a channel.</summary>
    public void Read(TelegramChannel channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        channel.State.Write(state =>
        {
            foreach (var post in state.Messages.Cast<TelegramPost>().Where(post => !post.IsService))
            {
                post.ReadBy(this);
            }
        });
    }

    /// <summary>Reacts to a post; another reaction takes the place of the one before, and null takes it back.</summary>
    public void React(TelegramPost post, string? emoji)
    {
        ArgumentNullException.ThrowIfNull(post);
        post.Channel.State.Write(_ => post.ReactedBy(this, emoji));
    }

    /// <summary>Joins a channel, a private one by a link.</summary>
    public JoinResult Join(TelegramChannel channel, string? inviteLink = null)
    {
        ArgumentNullException.ThrowIfNull(channel);
        lock (_world.Sync)
        {
            return channel.Admit(this, inviteLink);
        }
    }

    /// <summary>Opens an invitation link and joins.</summary>
    public JoinResult Join(string inviteLink)
    {
        lock (_world.Sync)
        {
            var channel = _world.Channels.FirstOrDefault(channel => channel.State.InviteLinks.ContainsKey(inviteLink));
            return channel?.Admit(this, inviteLink) ?? JoinResult.LinkDoesNotWork;
        }
    }

    /// <summary>Leaves a channel.</summary>
    public void Leave(TelegramChannel channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        lock (_world.Sync)
        {
            channel.Dismiss(this, banned: false);
        }
    }

    /// <summary>Whether the person is a subscriber of the channel.</summary>
    public bool IsMemberOf(TelegramChannel channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return channel.State.Read(state => state.Members.Contains(this));
    }

    /// <summary>Presses the button with that text under a message.</summary>
    /// <exception cref="ArgumentException">The message has no such button.</exception>
    public TelegramPress Press(TelegramMessage message, string buttonText)
    {
        ArgumentNullException.ThrowIfNull(message);
        lock (_world.Sync)
        {
            var button = message.Buttons.SelectMany(row => row).FirstOrDefault(button => string.Equals(button.Text, buttonText, StringComparison.Ordinal))
                ?? throw new ArgumentException($"The message has no button '{buttonText}'.", nameof(buttonText));
            var press = new TelegramPress(button.Url);
            if (button.CallbackData is { } data && message.Bot is { } bot)
            {
                _world.PrivateChatOf(bot, this);
                UpdateFeed.Pressed(bot, this, bot.Updates.Presses.Add(press, _world.Now), message, data);
            }

            return press;
        }
    }

    private static IReadOnlyList<TelegramEntity> Command(string text)
    {
        var match = BotCommand().Match(text);
        return match.Success ? [new TelegramEntity("bot_command", 0, match.Length)] : [];
    }

    [GeneratedRegex("^[A-Za-z0-9_-]{1,64}\\z", RegexOptions.NonBacktracking)]
    private static partial Regex Payload();

    [GeneratedRegex("^/[A-Za-z0-9_]{1,32}", RegexOptions.NonBacktracking)]
    private static partial Regex BotCommand();
}
