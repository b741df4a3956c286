namespace TelegramMarketing.PublicPages;

/// <summary>The embed of one post, <c>t.me/name/123?embed=1</c>.</summary>
/// <param name="Message">The message; <see langword="null"/> when there is none.</param>
/// <param name="SaysNotFound">The page says "Post not found": missing, deleted, or not shown.</param>
internal sealed record EmbedPage(PageMessage? Message, bool SaysNotFound) : PublicPage
{
    /// <summary>The page, or <see langword="null"/> when the HTML is none.</summary>
    public static EmbedPage? Parse(string html)
    {
        using var document = Document(html);
        if (document.QuerySelector(".tgme_widget_message[data-post]") is { } block && MessageReader.Read(block) is { } message)
        {
            return new EmbedPage(message, SaysNotFound: false);
        }

        var error = document.QuerySelector(".tgme_widget_message_error")?.TextContent.Trim();
        return error is null ? null : new EmbedPage(Message: null, error.StartsWith("Post not found", StringComparison.OrdinalIgnoreCase));
    }
}
