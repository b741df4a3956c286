using System.Globalization;

namespace TelegramMarketing.Tests.PublicPages;

/// <summary>Writes small pages in Telegram's markup.</summary>
internal static class Html
{
    public static string Message(string channel, int id, DateTimeOffset publishedAt, string? views = "10", string text = "Text", params int[] album)
    {
        var items = string.Concat(album.Select(item => $"<a class=\"tgme_widget_message_photo_wrap\" href=\"https://t.me/{channel}/{item}?single\"></a>"));
        var counter = views is null ? "" : $"<span class=\"tgme_widget_message_views\">{views}</span>";
        var time = publishedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture) + "+00:00";
        return $"""
            <div class="tgme_widget_message js-widget_message" data-post="{channel}/{id}">{items}
            <div class="tgme_widget_message_text js-message_text">{text}</div>
            {counter}<span class="tgme_widget_message_meta"><a class="tgme_widget_message_date"><time datetime="{time}"></time></a></span></div>
            """;
    }

    public static string Service(string channel, int id, DateTimeOffset publishedAt) =>
        Message(channel, id, publishedAt, views: null).Replace("js-widget_message\"", "service_message js-widget_message\"");

    public static string Preview(string channel, bool hasOlder, params IEnumerable<string> messages)
    {
        var body = string.Concat(messages);
        return $"""
            <html><head>{(hasOlder ? $"<link rel=\"prev\" href=\"/s/{channel}?before=1\">" : "")}</head><body><main class="tgme_main" data-url="/{channel}">
            <section class="tgme_channel_history">{(body.Length > 0 ? body : "<div class=\"tme_no_messages_found\">No posts found</div>")}</section></main></body></html>
            """;
    }

    public static string Embed(string message) => $"<html><body class=\"body_widget_post\">{message}</body></html>";
}
