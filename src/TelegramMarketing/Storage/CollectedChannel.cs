namespace TelegramMarketing.Storage;

/// <summary>How far a channel is collected.</summary>
/// <param name="LookedAt">When its posts were last read.</param>
/// <param name="CoveredFrom">All posts that were published since then are kept; <see langword="null"/> while the older ones are not read to their end.</param>
internal sealed record CollectedChannel(DateTimeOffset? LookedAt, DateTimeOffset? CoveredFrom);
