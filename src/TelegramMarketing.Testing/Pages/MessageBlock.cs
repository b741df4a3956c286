using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace TelegramMarketing.Testing.Pages;

/// <summary>The block of one message or album.</summary>
internal static class MessageBlock
{
    private const string Tail = """<i class="tgme_widget_message_bubble_tail"><svg class="bubble_icon" width="9px" height="20px" viewBox="0 0 9 20"></svg></i>""";

    /// <param name="posts">The message, or the items of an album.</param>
    /// <param name="at">The moment whose counters are shown.</param>
    /// <param name="isEmbed">Whether it stands alone, outside the channel's page.</param>
    public static string Render(IReadOnlyList<TelegramPost> posts, DateTimeOffset at, bool isEmbed)
    {
        var post = posts[0];
        var channel = post.Channel;
        var title = PageText.Render(channel.State.Title, []);
        var initial = PageText.Encode(channel.State.Title[..1]);
        var link = $"https://t.me/{channel.Username}";
        var service = post.IsService ? " service_message" : "";
        return $"""
            <div class="tgme_widget_message text_not_supported_wrap{service} user-color-{(-channel.Id) % 14} js-widget_message" data-post="{channel.Username}/{post.MessageId}"{View(posts, at)}{(isEmbed ? Peer(post) : "")}>
              <div class="tgme_widget_message_user"><a href="{link}"><i class="tgme_widget_message_user_photo bgcolor2" data-content="{initial}"></i></a></div>
              <div class="tgme_widget_message_bubble">
                {Tail}
                <div class="tgme_widget_message_author accent_color"><a class="tgme_widget_message_owner_name" href="{link}"><span dir="auto">{title}</span></a></div>
            {Forwarded(post)}{Reply(post)}
            {Content(posts)}
            {Keyboard(post)}{Reactions(post)}<div class="tgme_widget_message_footer{(isEmbed ? "" : " compact")} js-message_footer">
              {(isEmbed ? $"<div class=\"tgme_widget_message_link\"><a href=\"{link}/{post.MessageId}\" class=\"link_anchor flex_ellipsis\"><span class=\"ellipsis\">t.me/{channel.Username}</span>/{post.MessageId}</a></div>" : "")}
              <div class="tgme_widget_message_info short js-message_info">
                {Views(post, at)}{Meta(posts, isEmbed)}
              </div>
            </div>
              </div>

            </div>
            """;
    }

    private static string View(IReadOnlyList<TelegramPost> posts, DateTimeOffset at)
    {
        var id = posts.Count > 1 ? $"\"{posts[0].MessageId}g\"" : posts[0].MessageId.ToString(CultureInfo.InvariantCulture);
        var view = $"{{\"c\":{posts[0].Channel.Id + 1_000_000_000_000},\"p\":{id},\"t\":{at.ToUnixTimeSeconds()},\"h\":\"{posts[0].MessageId:x16}\"}}";
        return $" data-view=\"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(view))}\"";
    }

    private static string Peer(TelegramPost post) =>
        $" data-peer=\"c{-(post.Channel.Id + 1_000_000_000_000)}_{post.Channel.Id:x}\" data-peer-hash=\"{post.MessageId:x16}\" data-post-id=\"{post.MessageId}\"";

    private static string Forwarded(TelegramPost post)
    {
        if (post.ForwardedFrom is not { } original)
        {
            return "";
        }

        var name = original switch
        {
            TelegramPost { Channel.Username: { } username } from => $"<a class=\"tgme_widget_message_forwarded_from_name\" href=\"https://t.me/{username}/{from.MessageId}\"><span dir=\"auto\">{PageText.Encode(from.Channel.State.Title)}</span></a>",
            TelegramPost from => $"<span class=\"tgme_widget_message_forwarded_from_name\"><span dir=\"auto\">{PageText.Encode(from.Channel.State.Title)}</span></span>",
            _ => $"<span class=\"tgme_widget_message_forwarded_from_name\"><span dir=\"auto\">{PageText.Encode(original.Bot?.Username ?? original.Sender!.FirstName)}</span></span>",
        };
        return $"<div class=\"tgme_widget_message_forwarded_from accent_color\">Forwarded from&nbsp;{name}</div>";
    }

    private static string Reply(TelegramPost post) => post.ReplyTo is { } id && post.Chat.Find(id) is { } answered
        ? $"""
            <a class="tgme_widget_message_reply" href="https://t.me/{post.Channel.Username}/{id}">
              <div class="tgme_widget_message_author accent_color"><span class="tgme_widget_message_author_name" dir="auto">{PageText.Encode(post.Channel.State.Title)}</span></div>
              <div class="tgme_widget_message_metatext js-message_reply_text" dir="auto">{PageText.Encode(answered.Text ?? answered.Caption ?? "Photo")}</div>
            </a>
            """
        : "";

    private static string Content(IReadOnlyList<TelegramPost> posts)
    {
        var post = posts[0];
        if (post.Pinned is { } pinned)
        {
            var link = $"https://t.me/{post.Channel.Username}";
            var title = PageText.Encode(post.Channel.State.Title);
            return $"<div class=\"tgme_widget_message_text js-message_text\" dir=\"auto\"><a class=\"tgme_widget_message_author_name\" href=\"{link}\"><span dir=\"auto\">{title}</span></a> pinned «<span class=\"tgme_widget_service_strong_text\" dir=\"auto\">{PageText.Encode(pinned.Text ?? pinned.Caption ?? "a photo")}</span>»</div>";
        }

        var captioned = posts.FirstOrDefault(item => item.Caption is not null) ?? post;
        var caption = captioned.Text ?? captioned.Caption;
        var text = caption is null ? "" : $"<div class=\"tgme_widget_message_text js-message_text\" dir=\"auto\">{PageText.Render(caption, captioned.Entities)}</div>";
        if (posts.Count > 1 && caption is not null)
        {
            text = $"<div class=\"tgme_widget_message_text js-message_text\" dir=\"auto\">{text}</div>"; // Telegram nests the captions of albums.
        }

        var media = MediaBlock.Render(posts);
        var content = post.IsCaptionAboveMedia ? text + media : media + text;
        return $"""
            <div class="media_supported_cont">{content}</div><div class="media_not_supported_cont"><div class="message_media_not_supported_wrap">
              <div class="message_media_not_supported">
                <div class="message_media_not_supported_label">Please open Telegram to view this post</div>
                <a href="https://t.me/{post.Channel.Username}/{post.MessageId}" class="message_media_view_in_telegram">VIEW IN TELEGRAM</a>
              </div>
            </div></div>
            """;
    }

    private static string Keyboard(TelegramPost post)
    {
        if (post.Buttons.Count == 0)
        {
            return "";
        }

        var rows = post.Buttons.Select(row => $"<div class=\"tgme_widget_message_inline_row\">{string.Concat(row.Select(Button))}</div>");
        return $"<div class=\"tgme_widget_message_inline_keyboard\">{string.Concat(rows)}</div>\n";

        string Button(TelegramButton button)
        {
            var text = $"<span class=\"tgme_widget_message_inline_button_text\" dir=\"auto\">{PageText.Encode(button.Text)}</span>";
            return button.Url is null
                ? $"<a class=\"tgme_widget_message_inline_button callback_button\" href=\"https://t.me/{post.Channel.Username}/{post.MessageId}\">{text}</a>"
                : $"<a class=\"tgme_widget_message_inline_button url_button\" href=\"{PageText.Encode(button.Url)}\" target=\"_blank\" rel=\"noopener\">{text}</a>";
        }
    }

    private static string Reactions(TelegramPost post)
    {
        var shown = post.ReactionsByCount().Select(reaction =>
            $"<span class=\"tgme_reaction\"><i class=\"emoji\" style=\"background-image:url('//telegram.org/img/emoji/40/{Convert.ToHexString(Encoding.UTF8.GetBytes(reaction.Key))}.png')\"><b>{PageText.Encode(reaction.Key)}</b></i>{PageCount.Abbreviate(reaction.Value)}</span>");
        var all = string.Concat(shown);
        return all.Length == 0 ? "" : $"<div class=\"tgme_widget_message_reactions js-message_reactions\">{all}</div>";
    }

    private static string Views(TelegramPost post, DateTimeOffset at)
    {
        if (post.IsService)
        {
            return "";
        }

        var views = post.ViewsAt(at);
        return $"<span class=\"tgme_widget_message_views\">{PageCount.Abbreviate(views)}</span><span class=\"copyonly\"> {(views == 1 ? "view" : "views")}</span>";
    }

    private static string Meta(IReadOnlyList<TelegramPost> posts, bool isEmbed)
    {
        var post = posts[0];
        var signature = post.Signature is null ? "" : $"<span class=\"tgme_widget_message_from_author\" dir=\"auto\">{PageText.Encode(post.Signature)}</span>,&nbsp;";
        var edited = posts.Any(item => item.EditDate is not null) ? "edited &nbsp;" : "";
        var time = post.Date.ToUniversalTime();
        var iso = time.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
        var shown = time.ToString(isEmbed ? "MMM d 'at' HH:mm" : "HH:mm", CultureInfo.InvariantCulture);
        return $"<span class=\"tgme_widget_message_meta\">{signature}{edited}<a class=\"tgme_widget_message_date\" href=\"https://t.me/{post.Channel.Username}/{post.MessageId}\"><time datetime=\"{iso}\" class=\"{(isEmbed ? "datetime" : "time")}\">{shown}</time></a></span>";
    }
}
