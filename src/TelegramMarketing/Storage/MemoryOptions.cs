namespace TelegramMarketing;

/// <summary>How much the state in memory may hold. Beyond it the oldest that have ended are forgotten.</summary>
public sealed class MemoryOptions
{
    /// <summary>Publications that have ended, with their idempotency keys. A key is free again once its publication is forgotten; a durable store keeps them as long as <see cref="LedgerOptions.KeepEndedFor"/> says.</summary>
    /// <value>Defaults to 1,000.</value>
    public int EndedPublications { get; set; } = 1_000;

    /// <summary>Invitations.</summary>
    /// <value>Defaults to 200,000.</value>
    public int Invitations { get; set; } = 200_000;

    /// <summary>Posts whose figures are collected, each with its readings. In memory also other figures are capped: the latest 500 of a post, 20,000 samples of the subscribers and 100,000 joins and leaves of a channel.</summary>
    /// <value>Defaults to 20,000.</value>
    public int CollectedPosts { get; set; } = 20_000;
}
