using TelegramMarketing.Testing.World;

namespace TelegramMarketing.Testing.Pages;

/// <summary>The page <c>t.me/name</c>, which invites to open something in Telegram.</summary>
internal static class LandingPage
{
    /// <summary>A malformed name leads to Telegram's home page, which has none of the usual markup.</summary>
    public const string Home = """
        <!DOCTYPE html>
        <html lang="en">
          <head><meta charset="utf-8"><title>Telegram Messenger</title></head>
          <body><div class="tl_page_wrap"><h1>Telegram, a new era of messaging</h1></div></body>
        </html>
        """;

    public static string OfChannel(ChannelState state)
    {
        var name = state.Channel.Username!;
        var preview = state.IsPreviewEnabled ? $"<div class=\"tgme_page_context_link_wrap\"><a class=\"tgme_page_context_link\" href=\"/s/{name}\">Preview channel</a></div>" : "";
        return Page($"Telegram: View @{name}", state.Title, $"""
            {Heading(state)}
            <div class="tgme_page_action">
              <a class="tgme_action_button_new shine" href="tg://resolve?domain={name}">View in Telegram</a>
            </div>
            {preview}
            <div class="tgme_page_additional">
              If you have <strong>Telegram</strong>, you can view and join <br><strong>{PageText.Encode(state.Title)}</strong> right away.
            </div>
            """);
    }

    public static string OfInvitation(ChannelState state) => Page("Telegram: Join Group Chat", state.Title, $"""
        {Heading(state)}
        <div class="tgme_page_action">
          <a class="tgme_action_button_new shine" href="tg://join">Join Channel</a>
        </div>
        """);

    /// <summary>A person, a bot, or nobody: the page doesn't tell which.</summary>
    public static string OfOther(string name) => Page($"Telegram: Contact @{name}", $"Telegram: Contact @{name}", $"""
        <div class="tgme_page_icon"><i class="tgme_icon_user"></i></div>
        <div class="tgme_page_description">
          If you have <strong>Telegram</strong>, you can contact <a class="tgme_username_link" href="tg://resolve?domain={name}">@{name}</a> right away.
        </div>
        <div class="tgme_page_action">
          <a class="tgme_action_button_new" href="tg://resolve?domain={name}">Send Message</a>
        </div>
        """);

    private static string Heading(ChannelState state)
    {
        var description = state.Description is null ? "" : $"<div class=\"tgme_page_description\" dir=\"auto\">{PageText.Render(state.Description, [])}</div>";
        return $"""
            <div class="tgme_page_title" dir="auto">
              <span dir="auto">{PageText.Render(state.Title, [])}</span>
            </div>
            <div class="tgme_page_extra">{PageCount.Group(state.Subscribers)} {PageCount.Subscribers(state.Subscribers)}</div>
            {description}
            """;
    }

    public static string Page(string title, string shortTitle, string content) => $"""
        <!DOCTYPE html>
        <html>
          <head>
            <meta charset="utf-8">
            <title>{PageText.Encode(title)}</title>
            <meta property="og:title" content="{PageText.Encode(shortTitle)}">
            <meta property="og:site_name" content="Telegram">
          </head>
          <body class="no_transition">
            <div class="tgme_page_wrap">
              <div class="tgme_body_wrap">
                <div class="tgme_page">
        {content}
                </div>
              </div>
            </div>
          </body>
        </html>
        """;
}
