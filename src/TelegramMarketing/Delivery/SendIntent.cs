using TelegramMarketing.Storage;

namespace TelegramMarketing.Delivery;

/// <summary>What is recorded before a message is sent, each time that it is tried.</summary>
internal readonly struct SendIntent
{
    private readonly PublicationEntry? _entry;
    private readonly Func<ChatState, PublicationEntry, ValueTask>? _recordEntry;
    private readonly Func<ValueTask>? _record;

    /// <summary>The intent of a publication. It comes without a closure, since there is one for each message.</summary>
    public SendIntent(PublicationEntry entry, Func<ChatState, PublicationEntry, ValueTask> record) => (_entry, _recordEntry) = (entry, record);

    /// <summary>Any other intent.</summary>
    public SendIntent(Func<ValueTask> record) => _record = record;

    public ValueTask RecordAsync(ChatState chat) => _record is null ? _recordEntry!(chat, _entry!) : _record();
}
