namespace TelegramMarketing.PublicPages;

/// <summary>The landing page of a name, <c>t.me/name</c>. It comes with status 200 for every name, also one that nobody has.</summary>
/// <param name="Kind">What the name stands for.</param>
/// <param name="HasPreview">It links to a preview.</param>
/// <param name="Subscribers">The exact number of subscribers of a channel.</param>
internal sealed record LandingPage(LandingKind Kind, bool HasPreview, Count? Subscribers) : PublicPage
{
    /// <summary>The page, or <see langword="null"/> when the HTML is none.</summary>
    public static LandingPage? Parse(string html)
    {
        using var document = Document(html);
        if (document.QuerySelector(".tgme_page") is null)
        {
            return null;
        }

        var hasPreview = document.QuerySelector("a.tgme_page_context_link")?.GetAttribute("href")?.Contains("/s/", StringComparison.Ordinal) ?? false;
        var extra = document.QuerySelector(".tgme_page_extra")?.TextContent ?? "";
        var isContact = document.Title?.StartsWith("Telegram: Contact @", StringComparison.Ordinal) ?? false;
        var kind = hasPreview || extra.Contains("subscriber", StringComparison.Ordinal) ? LandingKind.Channel
            : extra.Contains("member", StringComparison.Ordinal) ? LandingKind.Group
            : isContact ? LandingKind.PersonOrNobody
            : LandingKind.Unclear;
        var subscribers = kind == LandingKind.Channel ? LabelledCounter.Parse(extra, "subscriber", "member") : null;
        return new LandingPage(kind, hasPreview, subscribers);
    }
}
