namespace TelegramMarketing;

/// <summary>How long a durable store remembers. In memory <see cref="MemoryOptions"/> says how much is kept.</summary>
public sealed class LedgerOptions
{
    /// <summary>
    /// How long a publication that has ended (Published, Rejected, Missed, Cancelled) is kept, with its idempotency key, its message ids, its kind and its tags. After that the key is free again, and
    /// reports no longer know the kind of the post. One that is Unknown or Held is kept until it is settled.
    /// </summary>
    /// <value>Defaults to 730 days, so that a season can be compared with the same one a year before. At least one day; <see langword="null"/> keeps everything for ever.</value>
    public TimeSpan? KeepEndedFor { get; set; } = TimeSpan.FromDays(730);
}
