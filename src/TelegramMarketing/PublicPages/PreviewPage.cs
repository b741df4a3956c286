using AngleSharp.Html.Dom;

namespace TelegramMarketing.PublicPages;

/// <summary>The preview of a channel, <c>t.me/s/name</c>: up to twenty messages.</summary>
/// <param name="Channel">The channel that the page itself names in its address; <see langword="null"/> for a fragment.</param>
/// <param name="Username">The username in its header; differs from <paramref name="Channel"/> where a channel has several.</param>
/// <param name="Subscribers">The rounded number of subscribers in the header.</param>
/// <param name="Messages">Its messages, oldest first.</param>
/// <param name="HasOlder">The page links to older messages.</param>
internal sealed record PreviewPage(string? Channel, string? Username, Count? Subscribers, IReadOnlyList<PageMessage> Messages, bool HasOlder) : PublicPage
{
    /// <summary>The page shows no posts. That is no proof that there are none: Telegram throttles in this way.</summary>
    public bool IsEmpty => Messages.Count == 0;

    /// <summary>The page, or <see langword="null"/> when the HTML is none.</summary>
    public static PreviewPage? Parse(string html)
    {
        using var document = Document(html);
        var messages = document.QuerySelectorAll(".tgme_widget_message[data-post]")
            .Select(MessageReader.Read)
            .OfType<PageMessage>()
            .DistinctBy(message => message.Name.MessageId)
            .OrderBy(message => message.Name.MessageId)
            .ToList();
        if (messages.Count == 0 && document.QuerySelector(".tme_no_messages_found, .tgme_channel_history, main.tgme_main, .tgme_channel_info_header_username") is null)
        {
            return null;
        }

        return new PreviewPage(
            document.QuerySelector("main.tgme_main")?.GetAttribute("data-url")?.Trim('/'),
            document.QuerySelector(".tgme_channel_info_header_username")?.TextContent.Trim().TrimStart('@'),
            ReadSubscribers(document),
            messages,
            document.QuerySelector("a.tme_messages_more[data-before], link[rel=prev]") is not null);
    }

    /// <summary>Its messages of that channel. A page that turns out to be of another one has none.</summary>
    public IEnumerable<PageMessage> MessagesOf(string channel)
    {
        // A channel can have several usernames: the page is asked for by one, and its messages may carry another.
        var isItsPage = string.Equals(Channel, channel, StringComparison.OrdinalIgnoreCase);
        return Messages.Where(message => message.Name.IsOf(channel) || (isItsPage && Username is not null && message.Name.IsOf(Username)));
    }

    private static Count? ReadSubscribers(IHtmlDocument document)
    {
        var mayHaveOneDecimal = ViewToken.IsOfOneDecimalYears(document.QuerySelector(".tgme_widget_message[data-view]")?.GetAttribute("data-view"));
        foreach (var counter in document.QuerySelectorAll(".tgme_channel_info_counter"))
        {
            var type = counter.QuerySelector(".counter_type")?.TextContent.Trim();
            if (type is "subscribers" or "subscriber" or "members" or "member")
            {
                return CounterText.Parse(counter.QuerySelector(".counter_value")?.TextContent, mayHaveOneDecimal);
            }
        }

        return LabelledCounter.Parse(document.QuerySelector(".tgme_header_counter")?.TextContent, mayHaveOneDecimal, "subscriber", "member");
    }
}
