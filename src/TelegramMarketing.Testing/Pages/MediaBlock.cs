namespace TelegramMarketing.Testing.Pages;

/// <summary>The files of a message or album.</summary>
internal static class MediaBlock
{
    public static string Render(IReadOnlyList<TelegramPost> posts)
    {
        if (posts.Count == 1)
        {
            return posts[0].Media is null ? "" : One(posts[0], inAlbum: false);
        }

        if (posts[0].Media!.Kind is "document" or "audio")
        {
            return string.Concat(posts.Select(post => One(post, inAlbum: false)));
        }

        return $"""
            <div class="tgme_widget_message_grouped_wrap js-message_grouped_wrap" data-margin-w="2" data-margin-h="2" style="width:453px;">
              <div class="tgme_widget_message_grouped js-message_grouped" style="padding-top:75%">
                <div class="tgme_widget_message_grouped_layer js-message_grouped_layer" style="width:453px;height:340px">
                  {string.Concat(posts.Select(post => One(post, inAlbum: true)))}
                </div>
              </div>
            </div>
            """;
    }

    private static string One(TelegramPost post, bool inAlbum)
    {
        var media = post.Media!;
        var href = $"https://t.me/{post.Channel.Username}/{post.MessageId}{(inAlbum ? "?single" : "")}";
        var grouped = inAlbum ? " grouped_media_wrap blured js-message_photo" : "";
        var file = $"https://cdn4.telesco.pe/file/{media.FileId}";
        return media.Kind switch
        {
            "photo" => $"<a class=\"tgme_widget_message_photo_wrap{grouped}\" href=\"{href}\" style=\"width:800px;background-image:url('{file}.jpg')\"><div class=\"tgme_widget_message_photo\" style=\"padding-top:75%\"></div></a>",
            "video" or "animation" => $"<a class=\"tgme_widget_message_video_player{grouped} js-message_video_player\" href=\"{href}\"><i class=\"tgme_widget_message_video_thumb\" style=\"background-image:url('{file}.jpg')\"></i><div class=\"tgme_widget_message_video_wrap\" style=\"width:704px;padding-top:75%\"><video src=\"{file}.mp4?token=none\" class=\"tgme_widget_message_video js-message_video\"></video></div><time class=\"message_video_duration js-message_video_duration\">0:00</time></a>",
            "sticker" => $"<div class=\"tgme_widget_message_sticker_wrap media_supported_cont\"><a href=\"{href}\"><i class=\"tgme_widget_message_sticker js-sticker_image\" style=\"width:256px;background-image:url('{file}.webp')\" data-webp=\"{file}.webp\"></i></a></div>",
            _ => $"<div class=\"tgme_widget_message_document_wrap\"><a class=\"tgme_widget_message_document_wrap\" href=\"{href}\"><div class=\"tgme_widget_message_document_icon accent_bg{(media.Kind == "audio" ? " audio" : "")}\"></div><div class=\"tgme_widget_message_document\"><div class=\"tgme_widget_message_document_title accent_color\" dir=\"auto\">{PageText.Encode(media.FileName ?? media.Kind)}</div><div class=\"tgme_widget_message_document_extra\" dir=\"auto\">{PageCount.Group(media.Size)} B</div></div></a></div>",
        };
    }
}
