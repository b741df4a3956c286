using TelegramMarketing.Storage;

namespace TelegramMarketing.Delivery;

/// <summary>What is recorded before a publication's message is sent.</summary>
internal readonly struct SendIntent(PublicationEntry entry, Func<ChatState, PublicationEntry, ValueTask> record)
{
    public ValueTask RecordAsync(ChatState chat) => record(chat, entry);
}
