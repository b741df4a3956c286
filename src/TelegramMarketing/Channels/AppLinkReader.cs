namespace TelegramMarketing.Channels;

/// <summary>Reads a tg: link.</summary>
internal static class AppLinkReader
{
    public static LinkReading Read(string text)
    {
        var rest = text.AsSpan("tg:".Length).TrimStart('/');
        var question = rest.IndexOf('?');
        var action = (question < 0 ? rest : rest[..question]).TrimEnd('/').ToString();
        var parameters = question < 0 ? [] : rest[(question + 1)..];
        var hash = parameters.IndexOf('#');
        var query = new LinkQuery(hash < 0 ? parameters : parameters[..hash]);
        return action.ToUpperInvariant() switch
        {
            "RESOLVE" => OfResolve(text, query),
            "PRIVATEPOST" => OfPrivatePost(text, query),
            "JOIN" => LinkReader.Invitation(),
            _ => LinkReader.Unknown(text),
        };
    }

    private static LinkReading OfResolve(string text, LinkQuery query)
    {
        if (query["domain"] is not { } domain)
        {
            return LinkReader.Unknown(text);
        }

        if (query.Has("story"))
        {
            return LinkReading.Refuse($"{LinkText.Quote(text)} is the link of a story, not of a channel or a post.");
        }

        if (LinkReader.StartsBot(query))
        {
            return LinkReader.BotLink();
        }

        return WithPost(text, LinkReader.OfUsername(domain), query, isRequired: false);
    }

    private static LinkReading OfPrivatePost(string text, LinkQuery query) => query["channel"] is { } id
        ? WithPost(text, LinkReader.OfInternalId(text, id), query, isRequired: true)
        : LinkReader.Unknown(text);

    private static LinkReading WithPost(string text, LinkReading channel, LinkQuery query, bool isRequired)
    {
        if (!isRequired && !query.Has("post"))
        {
            return channel;
        }

        return query.Number("post") is { } post ? LinkReader.WithMessage(channel, post, null, query) : LinkReader.Unknown(text);
    }
}
