namespace TelegramMarketing.Testing.World;

/// <summary>The inside of a channel. Guarded by the world's lock.</summary>
internal sealed class ChannelState(TelegramWorld world, TelegramChannel channel, long id) : Chat(world, world.Options.MaxPostsPerChannel)
{
    private int _lastMessageId;

    public TelegramChannel Channel { get; } = channel;

    public override long Id => id;

    public string Title { get; set; } = "";

    public string? Description { get; set; }

    public bool IsPreviewEnabled { get; set; } = true;

    public bool AreMessagesSigned { get; set; }

    public bool AreJoinsApproved { get; set; }

    public long UncountedSubscribers { get; set; }

    public List<int> Pinned { get; } = [];

    public HashSet<TelegramPerson> Members { get; } = [];

    public HashSet<TelegramPerson> BannedPeople { get; } = [];

    public Dictionary<TelegramPerson, JoinRequest> JoinRequests { get; } = [];

    /// <summary>The bots that are or were in the channel: their rights, or null for one that is no longer in it.</summary>
    public Dictionary<TelegramBot, BotMembership> Bots { get; } = [];

    public List<Audience> Audiences { get; } = [];

    public Dictionary<string, TelegramInviteLink> InviteLinks { get; } = new(StringComparer.Ordinal);

    /// <summary>Members, the owner, administrators, and those who aren't simulated one by one.</summary>
    public long Subscribers => 1 + Members.Count + Bots.Values.Count(bot => bot.IsAdministrator) + UncountedSubscribers + Audiences.Sum(audience => audience.People);

    public override int TakeMessageId() => ++_lastMessageId;

    public override void Remove(TelegramMessage message)
    {
        base.Remove(message);
        Pinned.Remove(message.MessageId);
    }

    public T Read<T>(Func<ChannelState, T> read)
    {
        lock (World.Sync)
        {
            return read(this);
        }
    }

    public void Write(Action<ChannelState> write)
    {
        lock (World.Sync)
        {
            write(this);
        }
    }
}
