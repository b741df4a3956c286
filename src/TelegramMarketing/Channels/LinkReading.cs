namespace TelegramMarketing.Channels;

/// <summary>What a pasted text turned out to be: a channel, a post of one, or a refusal that says what it is instead.</summary>
internal readonly record struct LinkReading
{
    public ChannelAddress? Channel { get; init; }

    public int? MessageId { get; init; }

    public bool IsSingle { get; init; }

    public int? CommentId { get; init; }

    public int? ThreadId { get; init; }

    public string? Refusal { get; init; }

    public static LinkReading Refuse(string refusal) => new() { Refusal = refusal };
}
