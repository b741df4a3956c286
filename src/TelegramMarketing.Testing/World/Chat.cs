namespace TelegramMarketing.Testing.World;

/// <summary>What a chat remembers. Guarded by the world's lock.</summary>
internal abstract class Chat(TelegramWorld world, int capacity)
{
    private readonly SortedList<int, TelegramMessage> _messages = [];

    public TelegramWorld World { get; } = world;

    public abstract long Id { get; }

    public IList<TelegramMessage> Messages => _messages.Values;

    public abstract int TakeMessageId();

    public TelegramMessage? Find(int messageId) => _messages.GetValueOrDefault(messageId);

    public void Add(TelegramMessage message)
    {
        _messages.Add(message.MessageId, message);
        if (_messages.Count > capacity)
        {
            Remove(_messages.GetValueAtIndex(0));
        }
    }

    public virtual void Remove(TelegramMessage message)
    {
        message.IsDeleted = true;
        _messages.Remove(message.MessageId);
    }
}
