namespace TelegramMarketing.Testing.Pages;

/// <summary>The page <c>t.me/name/id?embed=1</c>: one post, made to be shown inside another page.</summary>
internal static class EmbedPage
{
    public const string NotFound = """
        <div class="tgme_widget_message text_not_supported_wrap err_message js-widget_message">
          <div class="tgme_widget_message_user"><i class="tgme_widget_message_user_photo" data-content="!"></i></div>
          <div class="tgme_widget_message_bubble">
            <div class="tgme_widget_message_error" dir="auto">Post not found</div>
          </div>
        </div>
        """;

    public static string Render(string widget) => $"""
        <!DOCTYPE html>
        <html>
          <head>
            <meta charset="utf-8">
            <title>Telegram Widget</title>
            <base target="_blank">
            <meta name="robots" content="noindex, nofollow" />
          </head>
          <body class="widget_frame_base tgme_widget body_widget_post emoji_image nodark">
        {widget}
          </body>
        </html>
        """;
}
