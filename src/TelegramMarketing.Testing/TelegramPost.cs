using TelegramMarketing.Testing.World;

namespace TelegramMarketing.Testing;

/// <summary>A post in a channel.</summary>
public sealed class TelegramPost : TelegramMessage
{
    private readonly Dictionary<string, int> _reactions = new(StringComparer.Ordinal);
    private readonly Dictionary<long, string> _reactionOf = [];
    private readonly HashSet<long> _readers = [];
    private readonly Queue<(DateTimeOffset At, long Views)> _recent = new();
    private long _settledViews;
    private long _recentViews;

    internal TelegramPost(TelegramChannel channel, int messageId, DateTimeOffset date)
        : base(channel.State, messageId, date) => Channel = channel;

    /// <summary>The channel that it stands in.</summary>
    public TelegramChannel Channel { get; }

    /// <summary>The signature of its author; null when posts aren't signed.</summary>
    public string? Signature { get; internal set; }

    /// <summary>Whether it is pinned.</summary>
    public bool IsPinned => Channel.State.Read(state => state.Pinned.Contains(MessageId));

    /// <summary>The exact number of views at this moment.</summary>
    public long Views => Channel.State.Read(_ => ViewsAt(Channel.World.Now));

    /// <summary>The reactions and how often each was given.</summary>
    public IReadOnlyDictionary<string, int> Reactions => Channel.State.Read(_ => new Dictionary<string, int>(_reactions, StringComparer.Ordinal));

    /// <summary>Adds views by people who aren't simulated one by one.</summary>
    public void AddViews(long views)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(views);
        Channel.State.Write(_ => CountViews(views));
    }

    /// <summary>Adds reactions by people who aren't simulated one by one.</summary>
    public void AddReactions(string emoji, int count)
    {
        ArgumentException.ThrowIfNullOrEmpty(emoji);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        Channel.State.Write(_ =>
        {
            _reactions[emoji] = _reactions.GetValueOrDefault(emoji) + count;
            Channel.World.Updates.ReactionsChanged(this);
        });
    }

    /// <summary>A human administrator changes the text or caption.</summary>
    public void Edit(string text) => Channel.State.Write(_ =>
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        (Text, Caption) = Media is null ? (text, null) : (Text, text);
        Entities = [];
        EditDate = Channel.World.Now;
        UpdateFeed.Edited(this);
    });

    /// <summary>A human administrator deletes it. Bots hear nothing of it.</summary>
    public void Delete() => Channel.State.Write(state => state.Remove(this));

    /// <summary>The first item of the album, which counts the views of all; null for one that counts its own.</summary>
    internal TelegramPost? AlbumHead { get; set; }

    internal long ViewsAt(DateTimeOffset time)
    {
        if (AlbumHead is { } head)
        {
            return head.ViewsAt(time);
        }

        var lag = Channel.World.Options.PageLag;
        while (_recent.TryPeek(out var oldest) && oldest.At <= Channel.World.Now - lag)
        {
            _settledViews += oldest.Views;
            _recentViews -= oldest.Views;
            _recent.Dequeue();
        }

        var byHand = _settledViews + (time >= Channel.World.Now ? _recentViews : _recent.Where(entry => entry.At <= time).Sum(entry => entry.Views));
        return byHand + Channel.State.Audiences.Sum(audience => audience.ViewsOf(this, time));
    }

    internal void CountViews(long views)
    {
        if (AlbumHead is { } head)
        {
            head.CountViews(views);
            return;
        }

        if (Channel.World.Options.PageLag == TimeSpan.Zero)
        {
            _settledViews += views;
            return;
        }

        _recent.Enqueue((Channel.World.Now, views));
        _recentViews += views;
    }

    internal void ReadBy(TelegramPerson person)
    {
        if (AlbumHead is { } head)
        {
            head.ReadBy(person);
        }
        else if (_readers.Add(person.Id))
        {
            CountViews(1);
        }
    }

    internal void ReactedBy(TelegramPerson person, string? emoji)
    {
        if (_reactionOf.Remove(person.Id, out var before) && --_reactions[before] == 0)
        {
            _reactions.Remove(before);
        }

        if (emoji is not null)
        {
            _reactionOf[person.Id] = emoji;
            _reactions[emoji] = _reactions.GetValueOrDefault(emoji) + 1;
        }

        Channel.World.Updates.ReactionsChanged(this);
    }

    internal IEnumerable<KeyValuePair<string, int>> ReactionsByCount() =>
        _reactions.OrderByDescending(reaction => reaction.Value).ThenBy(reaction => reaction.Key, StringComparer.Ordinal);
}
