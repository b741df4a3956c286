namespace TelegramMarketing.Testing.Pages;

/// <summary>The page <c>t.me/addstickers/name</c> or <c>t.me/addemoji/name</c>.</summary>
internal static class StickerPage
{
    public static string Render(TelegramStickerSet? set, string name)
    {
        if (set is null)
        {
            return LandingPage.Page("Telegram", "Telegram", "<div class=\"tgme_page_description\">Sticker set not found.</div>");
        }

        var (what, action) = set.Type == "custom_emoji" ? ("Emoji", "addemoji") : ("Stickers", "addstickers");
        return LandingPage.Page($"Telegram: Add {what}", set.Title, $"""
            <div class="tgme_page_title" dir="auto"><span dir="auto">{PageText.Encode(set.Title)}</span></div>
            <div class="tgme_page_description">{set.All.Count} {what.ToLowerInvariant()}. <span class="tgme_page_description_name">{PageText.Encode(set.Name)}</span></div>
            <div class="tgme_page_action">
              <a class="tgme_action_button_new" href="tg://{action}?set={name}">Add {what}</a>
            </div>
            """);
    }
}
