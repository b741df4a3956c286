using System.Globalization;

namespace TelegramMarketing.Channels;

/// <summary>Reads every form in which people paste a channel or a post, and tells the other links of Telegram apart.</summary>
internal static class LinkReader
{
    private const string Accepted = "Accepted are @name, name, t.me/name, t.me/s/name, name.t.me, tg://resolve?domain=name, an id such as -1001234567890, and for a post t.me/name/123 or t.me/c/1234567890/123.";

    private static readonly string[] Hosts = ["t.me", "telegram.me", "telegram.dog"];

    public static LinkReading Read(ReadOnlySpan<char> pasted)
    {
        var text = LinkText.Trim(pasted).ToString();
        if (text.Length == 0)
        {
            return LinkReading.Refuse($"The address of a channel is empty. {Accepted}");
        }

        if (text[0] == '@')
        {
            return OfUsername(text[1..]);
        }

        if (text.AsSpan(text[0] is '-' or '+' ? 1 : 0) is { IsEmpty: false } digits && !digits.ContainsAnyExceptInRange('0', '9'))
        {
            return OfId(text);
        }

        if (text.StartsWith("tg:", StringComparison.OrdinalIgnoreCase))
        {
            return AppLinkReader.Read(text);
        }

        return text.AsSpan().ContainsAny('.', '/', ':') ? OfUrl(text) : OfUsername(text);
    }

    public static LinkReading Unknown(string text) => LinkReading.Refuse($"{LinkText.Quote(text)} is no address of a Telegram channel. {Accepted}");

    // The hash of an invitation is a secret, so it isn't shown.
    public static LinkReading Invitation() => LinkReading.Refuse(
        "This is a private invitation link (t.me/+…, t.me/joinchat/…), which lets people in but does not name the channel. Give the channel's @name, or its id such as -1001234567890.");

    public static LinkReading BotLink() => LinkReading.Refuse(
        "This is a link that starts a bot (?start=…, ?startapp=…), not the address of a channel. Give the channel's @name, or its id such as -1001234567890.");

    public static LinkReading OfUsername(string name) => UsernameRules.Refuse(name) is { } refusal
        ? LinkReading.Refuse($"{refusal} {Accepted}")
        : new LinkReading { Channel = ChannelAddress.FromUsername(name) };

    public static LinkReading OfInternalId(string text, string digits) =>
        long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var internalId) && ChannelId.FromInternal(internalId) is { } id
            ? new LinkReading { Channel = ChannelAddress.FromId(id) }
            : Unknown(text);

    /// <summary>Adds the message and what the query says about it to a channel.</summary>
    public static LinkReading WithMessage(LinkReading channel, int? messageId, int? threadId, LinkQuery query) => channel.Channel is null
        ? channel
        : channel with
        {
            MessageId = messageId,
            IsSingle = query.Has("single"),
            CommentId = query.Number("comment"),
            ThreadId = threadId ?? query.Number("thread"),
        };

    public static bool StartsBot(LinkQuery query) =>
        query.Has("start") || query.Has("startgroup") || query.Has("startchannel") || query.Has("startapp") || query.Has("startattach");

    private static LinkReading OfId(string text)
    {
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id))
        {
            return Unknown(text);
        }

        return ChannelId.Refuse(id) is { } refusal
            ? LinkReading.Refuse(refusal)
            : new LinkReading { Channel = ChannelAddress.FromId(id) };
    }

    private static LinkReading OfUrl(string text)
    {
        var rest = text.AsSpan();
        foreach (var scheme in (ReadOnlySpan<string>)["https://", "http://", "//"])
        {
            if (rest.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            {
                rest = rest[scheme.Length..];
                break;
            }
        }

        rest = Before(rest, '#');
        var query = new LinkQuery(After(rest, '?'));
        rest = Before(rest, '?');
        var host = Before(rest, '/').ToString();
        if (host.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
        {
            host = host[4..];
        }

        var path = After(rest, '/').ToString().Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        for (var i = 0; i < path.Length; i++)
        {
            path[i] = Uri.UnescapeDataString(path[i]);
        }

        if (Hosts.Contains(host, StringComparer.OrdinalIgnoreCase))
        {
            return WebLinkReader.Read(text, path, query);
        }

        return host.EndsWith(".t.me", StringComparison.OrdinalIgnoreCase)
            ? WebLinkReader.Read(text, [host[..^".t.me".Length], .. path], query, isSubdomain: true)
            : Unknown(text);
    }

    private static ReadOnlySpan<char> Before(ReadOnlySpan<char> text, char separator)
    {
        var index = text.IndexOf(separator);
        return index < 0 ? text : text[..index];
    }

    private static ReadOnlySpan<char> After(ReadOnlySpan<char> text, char separator)
    {
        var index = text.IndexOf(separator);
        return index < 0 ? [] : text[(index + 1)..];
    }
}
