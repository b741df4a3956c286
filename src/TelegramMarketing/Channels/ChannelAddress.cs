using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using TelegramMarketing.Channels;

namespace TelegramMarketing;

/// <summary>
/// The address of a channel: the username of a public one, or the id of any. Made from whatever people paste by
/// <see cref="Parse(string)"/>, or by <see cref="FromUsername"/> and <see cref="FromId"/>. Equal whatever the case of the username.
/// </summary>
/// <remarks>
/// Accepted are <c>@name</c>, <c>name</c>, <c>t.me/name</c>, <c>t.me/s/name</c>, <c>name.t.me</c> (also on telegram.me and telegram.dog,
/// with or without scheme and <c>www.</c>), <c>tg://resolve?domain=name</c>, ids such as <c>-1001234567890</c>, and <c>t.me/c/1234567890</c>.
/// Serializers and configuration read and write it as text.
/// </remarks>
[TypeConverter(typeof(ParsableTypeConverter<ChannelAddress>))]
[JsonConverter(typeof(ParsableJsonConverter<ChannelAddress>))]
public sealed record ChannelAddress : ISpanParsable<ChannelAddress>
{
    private ChannelAddress(string? username, long? id)
    {
        Username = username;
        Id = id;
    }

    /// <summary>The username, spelled as it was given and without the @.</summary>
    /// <value><see langword="null"/> when the channel is addressed by its id.</value>
    public string? Username { get; }

    /// <summary>The id as the Bot API writes it: negative, beginning with <c>-100</c>.</summary>
    /// <value><see langword="null"/> when the channel is addressed by its username.</value>
    public long? Id { get; }

    /// <summary>The channel is addressed by its username, so it is public and has a page.</summary>
    public bool IsPublic => Username is not null;

    /// <summary>The address that anyone can open, such as <c>https://t.me/name</c>.</summary>
    /// <value><see langword="null"/> without a username.</value>
    public Uri? PublicUrl => Username is null ? null : new Uri($"https://t.me/{Username}");

    /// <summary>The page that shows the latest posts to anyone, such as <c>https://t.me/s/name</c>.</summary>
    /// <value><see langword="null"/> without a username.</value>
    public Uri? PreviewUrl => Username is null ? null : new Uri($"https://t.me/s/{Username}");

    /// <summary>The link that opens the channel in the app, such as <c>tg://resolve?domain=name</c>.</summary>
    /// <value><see langword="null"/> without a username: Telegram has no such link for an id.</value>
    public Uri? AppLink => Username is null ? null : new Uri($"tg://resolve?domain={Username}");

    /// <summary>The channel with a username.</summary>
    /// <param name="username">With or without the leading @: 5 to 32 (bought ones: 4) letters, digits and underscores.</param>
    /// <exception cref="ArgumentException"><paramref name="username"/> breaks Telegram's rules of usernames, or is a word that Telegram keeps for itself.</exception>
    public static ChannelAddress FromUsername(string username)
    {
        ArgumentNullException.ThrowIfNull(username);
        var name = username.StartsWith('@') ? username[1..] : username;
        return UsernameRules.Refuse(name) is { } refusal
            ? throw new ArgumentException(refusal, nameof(username))
            : new ChannelAddress(name, null);
    }

    /// <summary>The channel with an id.</summary>
    /// <param name="id">As the Bot API writes it: -1001234567890, not 1234567890.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="id"/> is no channel's id.</exception>
    public static ChannelAddress FromId(long id) => ChannelId.Refuse(id) is { } refusal
        ? throw new ArgumentOutOfRangeException(nameof(id), id, refusal)
        : new ChannelAddress(null, id);

    /// <summary>Reads any form of a channel's address.</summary>
    /// <exception cref="FormatException"><paramref name="text"/> is something else; the message says what it is, or what is accepted.</exception>
    public static ChannelAddress Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(text.AsSpan());
    }

    /// <inheritdoc cref="Parse(string)"/>
    public static ChannelAddress Parse(ReadOnlySpan<char> text)
    {
        var reading = LinkReader.Read(text);
        if (reading.MessageId is not null)
        {
            throw new FormatException($"{LinkText.Quote(text)} is the link of a post, not the address of a channel. Read it with {nameof(PostReference)}.{nameof(PostReference.Parse)}, and take its {nameof(PostReference.Channel)} if that is what you want.");
        }

        return reading.Channel ?? throw new FormatException(reading.Refusal);
    }

    /// <summary>Reads any form of a channel's address.</summary>
    /// <returns><see langword="false"/> when <paramref name="text"/> is something else, or <see langword="null"/>.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out ChannelAddress? result) => TryParse(text.AsSpan(), out result);

    /// <inheritdoc cref="TryParse(string, out ChannelAddress)"/>
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out ChannelAddress? result)
    {
        var reading = LinkReader.Read(text);
        result = reading.MessageId is null ? reading.Channel : null;
        return result is not null;
    }

    // No culture has a say in an address, so the overloads that take one are kept for generic code only.
    static ChannelAddress IParsable<ChannelAddress>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<ChannelAddress>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out ChannelAddress result) => TryParse(s, out result);

    static ChannelAddress ISpanParsable<ChannelAddress>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    static bool ISpanParsable<ChannelAddress>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, [MaybeNullWhen(false)] out ChannelAddress result) => TryParse(s, out result);

    /// <summary>Addresses are equal when their usernames are, whatever the case, or their ids.</summary>
    public bool Equals(ChannelAddress? other) =>
        other is not null && Id == other.Id && StringComparer.OrdinalIgnoreCase.Equals(Username, other.Username);

    /// <inheritdoc/>
    public override int GetHashCode() => Username is null ? Id.GetHashCode() : StringComparer.OrdinalIgnoreCase.GetHashCode(Username);

    /// <summary><c>@name</c>, or the id.</summary>
    public override string ToString() => Username is null ? Id!.Value.ToString(CultureInfo.InvariantCulture) : $"@{Username}";
}
