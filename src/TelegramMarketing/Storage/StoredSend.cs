namespace TelegramMarketing.Storage;

/// <summary>Messages that were sent lately, as far as the pace is concerned.</summary>
/// <param name="ChatKey">The chat's key.</param>
/// <param name="At">When the latest of them was sent.</param>
/// <param name="Messages">How many: the items of an album and the parts of a post each count.</param>
internal sealed record StoredSend(string ChatKey, DateTimeOffset At, int Messages);
