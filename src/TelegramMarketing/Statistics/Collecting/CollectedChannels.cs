using System.Collections.Concurrent;
using TelegramMarketing.BotApi;
using TelegramMarketing.Delivery;

namespace TelegramMarketing.Statistics.Collecting;

/// <summary>The channels that are collected, each under one name whichever way it is addressed.</summary>
internal sealed class CollectedChannels(IEnumerable<ChannelAddress> channels, ChatDirectory chats)
{
    private readonly ConcurrentDictionary<long, ChannelAddress> _byId = new();

    public IReadOnlyList<ChannelAddress> All { get; } = [.. channels.Distinct()];

    /// <summary>The name under which the store knows a channel.</summary>
    public static string KeyOf(ChannelAddress channel) => ChatState.KeyOf(ChatTarget.For(channel));

    /// <summary>The channel as it is collected; <see langword="null"/> when it is not.</summary>
    public ChannelAddress? Find(ChannelAddress channel) => All.Count == 0 ? null
        : All.FirstOrDefault(channel.Equals)
            ?? (channel.Id is { } id ? Find(id, null) : chats.Find(ChatTarget.For(channel)) is { Id: not 0 } chat ? Find(chat.Id, null) : null);

    /// <summary>The channel with this id and username.</summary>
    public ChannelAddress? Find(long id, string? username)
    {
        if (All.Count == 0)
        {
            return null;
        }

        if (_byId.TryGetValue(id, out var known))
        {
            return known;
        }

        var found = All.FirstOrDefault(channel => channel.Id == id || (username is not null && string.Equals(channel.Username, username, StringComparison.OrdinalIgnoreCase)))
            ?? All.FirstOrDefault(channel => chats.Find(ChatTarget.For(channel))?.Id == id);
        return found is null ? null : Learn(found, id);
    }

    /// <summary>A source or Telegram has told the id of a channel.</summary>
    public ChannelAddress Learn(ChannelAddress channel, long id)
    {
        _byId.TryAdd(id, channel);
        return channel;
    }
}
