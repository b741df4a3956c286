using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using TelegramMarketing.Channels;

namespace TelegramMarketing;

/// <summary>
/// One message of a channel. Made from a channel and a message id, or from whatever people paste by <see cref="Parse(string)"/>.
/// Two references are equal when channel and message are: what a link says beside that (<see cref="IsSingle"/>,
/// <see cref="CommentId"/>, <see cref="ThreadId"/>) is not compared.
/// </summary>
/// <remarks>
/// Accepted are <c>t.me/name/123</c>, <c>t.me/s/name/123</c>, <c>name.t.me/123</c>, <c>t.me/c/1234567890/123</c>, each also with the thread
/// before the message (<c>t.me/name/7/123</c>) and with <c>?single</c>, <c>?comment=</c>, <c>?thread=</c>; <c>tg://resolve?domain=name&amp;post=123</c>
/// and <c>tg://privatepost?channel=1234567890&amp;post=123</c>. Serializers and configuration read and write it as text.
/// </remarks>
[TypeConverter(typeof(ParsableTypeConverter<PostReference>))]
[JsonConverter(typeof(ParsableJsonConverter<PostReference>))]
public sealed record PostReference : ISpanParsable<PostReference>
{
    /// <summary>Refers to a message of a channel.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="messageId">The message's id in the channel, from 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="messageId"/> is less than 1.</exception>
    public PostReference(ChannelAddress channel, int messageId)
    {
        ArgumentNullException.ThrowIfNull(channel);
        if (messageId < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(messageId), messageId, "The ids of messages begin at 1.");
        }

        Channel = channel;
        MessageId = messageId;
    }

    private PostReference(LinkReading reading)
        : this(reading.Channel!, reading.MessageId!.Value)
    {
        IsSingle = reading.IsSingle;
        CommentId = reading.CommentId;
        ThreadId = reading.ThreadId;
    }

    /// <summary>The channel.</summary>
    public ChannelAddress Channel { get; }

    /// <summary>The message's id in the channel, from 1.</summary>
    public int MessageId { get; }

    /// <summary>The link meant one item of an album (<c>?single</c>), not the whole album.</summary>
    /// <value>Defaults to <see langword="false"/>.</value>
    public bool IsSingle { get; }

    /// <summary>The comment that the link pointed at (<c>?comment=</c>): a message of the discussion group, not of the channel.</summary>
    /// <value><see langword="null"/> without one.</value>
    public int? CommentId { get; }

    /// <summary>The thread or topic that the link named (<c>?thread=</c>, or <c>t.me/name/thread/message</c>).</summary>
    /// <value><see langword="null"/> without one.</value>
    public int? ThreadId { get; }

    /// <summary>The address that anyone can open, such as <c>https://t.me/name/123</c>.</summary>
    /// <value><see langword="null"/> when the channel is addressed by its id.</value>
    public Uri? PublicUrl => Channel.IsPublic ? Link : null;

    /// <summary>The page that shows this post alone, such as <c>https://t.me/name/123?embed=1</c>.</summary>
    /// <value><see langword="null"/> when the channel is addressed by its id.</value>
    public Uri? EmbedUrl => Channel.IsPublic ? new Uri($"https://t.me/{Channel.Username}/{Invariant(MessageId)}?embed=1") : null;

    /// <summary>The address that subscribers can open: <see cref="PublicUrl"/>, or <c>https://t.me/c/1234567890/123</c> for an id.</summary>
    public Uri Link => Channel.Id is { } id
        ? new Uri($"https://t.me/c/{Invariant(ChannelId.ToInternal(id))}/{Invariant(MessageId)}")
        : new Uri($"https://t.me/{Channel.Username}/{Invariant(MessageId)}");

    /// <summary>The link that opens the post in the app.</summary>
    public Uri AppLink => Channel.Id is { } id
        ? new Uri($"tg://privatepost?channel={Invariant(ChannelId.ToInternal(id))}&post={Invariant(MessageId)}")
        : new Uri($"tg://resolve?domain={Channel.Username}&post={Invariant(MessageId)}");

    /// <summary>Reads any form of a post's link.</summary>
    /// <exception cref="FormatException"><paramref name="text"/> is something else; the message says what it is, or what is accepted.</exception>
    public static PostReference Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(text.AsSpan());
    }

    /// <inheritdoc cref="Parse(string)"/>
    public static PostReference Parse(ReadOnlySpan<char> text)
    {
        var reading = LinkReader.Read(text);
        if (reading.Channel is null)
        {
            throw new FormatException(reading.Refusal);
        }

        return reading.MessageId is null
            ? throw new FormatException($"{LinkText.Quote(text)} is the address of a channel, not the link of a post. Read it with {nameof(ChannelAddress)}.{nameof(ChannelAddress.Parse)}, or add the message's id, as in t.me/name/123.")
            : new PostReference(reading);
    }

    /// <summary>Reads any form of a post's link.</summary>
    /// <returns><see langword="false"/> when <paramref name="text"/> is something else, or <see langword="null"/>.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out PostReference? result) => TryParse(text.AsSpan(), out result);

    /// <inheritdoc cref="TryParse(string, out PostReference)"/>
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out PostReference? result)
    {
        var reading = LinkReader.Read(text);
        result = reading.Channel is null || reading.MessageId is null ? null : new PostReference(reading);
        return result is not null;
    }

    // No culture has a say in an address, so the overloads that take one are kept for generic code only.
    static PostReference IParsable<PostReference>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<PostReference>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out PostReference result) => TryParse(s, out result);

    static PostReference ISpanParsable<PostReference>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    static bool ISpanParsable<PostReference>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, [MaybeNullWhen(false)] out PostReference result) => TryParse(s, out result);

    /// <summary>References are equal when channel and message are.</summary>
    public bool Equals(PostReference? other) => other is not null && MessageId == other.MessageId && Channel.Equals(other.Channel);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Channel, MessageId);

    /// <summary>The <see cref="Link"/>.</summary>
    public override string ToString() => Link.AbsoluteUri;

    private static string Invariant(long value) => value.ToString(CultureInfo.InvariantCulture);
}
