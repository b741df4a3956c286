namespace TelegramMarketing;

/// <summary>Stub of the shape; replaced by the real one.</summary>
public sealed record PostReference
{
    /// <summary>Creates.</summary>
    public PostReference(ChannelAddress channel, int messageId)
    {
        Channel = channel;
        MessageId = messageId;
    }

    /// <summary>The channel.</summary>
    public ChannelAddress Channel { get; }

    /// <summary>The message id.</summary>
    public int MessageId { get; }
}
