namespace TelegramMarketing.Testing;

/// <summary>How strict, how slow and how forgetful an <see cref="InMemoryTelegram"/> is.</summary>
public sealed class InMemoryTelegramOptions
{
    /// <summary>The time at which virtual time starts.</summary>
    /// <value>Defaults to Monday, 5 January 2026, 09:00 UTC.</value>
    public DateTimeOffset StartAt { get; set; } = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    /// <summary>The seed of all chance: tokens, invitation links, the audience's moods.</summary>
    /// <value>Defaults to 1.</value>
    public int Seed { get; set; } = 1;

    /// <summary>Whether messages that come too fast are refused with 429 (or held back).</summary>
    /// <value>Defaults to <see langword="true"/>.</value>
    public bool EnforceLimits { get; set; } = true;

    /// <summary>How many messages one bot may send in any trailing second.</summary>
    /// <value>Defaults to 30.</value>
    public int MessagesPerSecond { get; set; } = 30;

    /// <summary>How many messages a second one chat takes, on average.</summary>
    /// <value>Defaults to 1.</value>
    public double MessagesPerSecondPerChat { get; set; } = 1;

    /// <summary>How many messages one chat takes at once after a rest.</summary>
    /// <value>Defaults to 3. An album larger than that is taken when the chat is fully rested.</value>
    public int BurstPerChat { get; set; } = 3;

    /// <summary>How many messages one channel takes in any trailing minute.</summary>
    /// <value>Defaults to 20.</value>
    public int MessagesPerMinutePerChannel { get; set; } = 20;

    /// <summary>Whether a message that comes up to 8 seconds too early is held back until it may go, as Telegram does, instead of being refused.</summary>
    /// <value>Defaults to <see langword="false"/>: it is refused at once, which tests of pace can see.</value>
    public bool HoldBackShortFloods { get; set; }

    /// <summary>How long every request takes, in virtual time.</summary>
    /// <value>Defaults to zero: an answer needs no advancing.</value>
    public TimeSpan Latency { get; set; }

    /// <summary>How old the public pages are: which posts they show, and how many views. (Edits and deletions show at once.)</summary>
    /// <value>Defaults to zero.</value>
    public TimeSpan PageLag { get; set; }

    /// <summary>How long after a reaction the bots hear of it.</summary>
    /// <value>Defaults to one minute.</value>
    public TimeSpan ReactionDelay { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How many requests the log remembers, the newest ones.</summary>
    /// <value>Defaults to 1,000.</value>
    public int MaxRequests { get; set; } = 1_000;

    /// <summary>How many posts a channel remembers; older ones are gone as if deleted.</summary>
    /// <value>Defaults to 1,000.</value>
    public int MaxPostsPerChannel { get; set; } = 1_000;

    /// <summary>How many messages the chat of a person with a bot remembers.</summary>
    /// <value>Defaults to 100.</value>
    public int MaxMessagesPerPerson { get; set; } = 100;

    /// <summary>How many updates wait for a bot; the oldest are dropped beyond that. All are dropped after 24 hours.</summary>
    /// <value>Defaults to 10,000.</value>
    public int MaxUpdates { get; set; } = 10_000;

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MessagesPerSecond);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MessagesPerSecondPerChat);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(BurstPerChat);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MessagesPerMinutePerChannel);
        ArgumentOutOfRangeException.ThrowIfLessThan(Latency, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(PageLag, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(ReactionDelay, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfNegative(MaxRequests);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxPostsPerChannel, 10);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxMessagesPerPerson, 10);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxUpdates);
    }
}
