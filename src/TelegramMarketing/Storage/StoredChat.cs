namespace TelegramMarketing.Storage;

/// <summary>A chat that a store knows.</summary>
/// <param name="Key">The ledger's name for it: as it was first addressed.</param>
/// <param name="Id">Its numeric id; 0 while it is unknown.</param>
/// <param name="LastMessageId">The highest id of a message of ours; 0 when there is none.</param>
internal sealed record StoredChat(string Key, long Id, int LastMessageId);
