namespace TelegramMarketing.Channels;

/// <summary>Reads the path of a t.me link.</summary>
internal static class WebLinkReader
{
    public static LinkReading Read(string text, string[] path, LinkQuery query, bool isSubdomain = false)
    {
        if (path.Length == 0)
        {
            return LinkReader.Unknown(text);
        }

        if (!isSubdomain)
        {
            if (path[0].StartsWith('+'))
            {
                return path[0].AsSpan(1).ContainsAnyExceptInRange('0', '9')
                    ? LinkReader.Invitation()
                    : LinkReading.Refuse("This is the link of a telephone number (t.me/+…), which belongs to a person, not to a channel.");
            }

            switch (path[0].ToUpperInvariant())
            {
                case "JOINCHAT":
                    return LinkReader.Invitation();
                case "C":
                    return OfPrivate(text, path, query);
                case "S" when path.Length > 1:
                    return OfName(text, path[1], path.AsSpan(2), query);
            }
        }

        return OfName(text, path[0], path.AsSpan(1), query);
    }

    private static LinkReading OfName(string text, string name, ReadOnlySpan<string> rest, LinkQuery query)
    {
        var channel = LinkReader.OfUsername(name.StartsWith('@') ? name[1..] : name);
        if (channel.Channel is null)
        {
            return channel;
        }

        if (rest.IsEmpty)
        {
            return LinkReader.StartsBot(query) ? LinkReader.BotLink() : channel;
        }

        if (rest.Length == 2 && rest[0].Equals("s", StringComparison.OrdinalIgnoreCase))
        {
            return LinkReading.Refuse($"{LinkText.Quote(text)} is the link of a story, not of a channel or a post.");
        }

        return LinkReader.StartsBot(query) ? LinkReader.BotLink() : OfMessage(text, channel, rest, query);
    }

    private static LinkReading OfPrivate(string text, string[] path, LinkQuery query)
    {
        if (path.Length < 2)
        {
            return LinkReader.Unknown(text);
        }

        var channel = LinkReader.OfInternalId(text, path[1]);
        return path.Length == 2 ? channel : OfMessage(text, channel, path.AsSpan(2), query);
    }

    private static LinkReading OfMessage(string text, LinkReading channel, ReadOnlySpan<string> numbers, LinkQuery query)
    {
        var last = LinkQuery.ParseNumber(numbers[^1]);
        var thread = numbers.Length == 2 ? LinkQuery.ParseNumber(numbers[0]) : null;
        return last is null || numbers.Length > 2 || (numbers.Length == 2 && thread is null)
            ? LinkReader.Unknown(text)
            : LinkReader.WithMessage(channel, last, thread, query);
    }
}
