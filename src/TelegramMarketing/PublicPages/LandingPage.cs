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

        // Pages until about 2021 have a button instead of the link, and call subscribers members.
        var hasPreview = document.QuerySelectorAll("a.tgme_page_context_link, .tgme_page_action a")
            .Any(link => link.GetAttribute("href")?.Contains("/s/", StringComparison.Ordinal) ?? false);
        var extra = document.QuerySelector(".tgme_page_extra")?.TextContent ?? "";
        var isHandle = extra.AsSpan().TrimStart().StartsWith('@');
        var kind = hasPreview || (!isHandle && extra.Contains("subscriber", StringComparison.Ordinal)) ? LandingKind.Channel
            : !isHandle && extra.Contains("member", StringComparison.Ordinal) ? LandingKind.Group
            : IsOfAPersonOrNobody(document.Title) ? LandingKind.PersonOrNobody
            : LandingKind.Unclear;
        var subscribers = kind == LandingKind.Channel ? LabelledCounter.Parse(extra, "subscriber", "member") : null;
        return new LandingPage(kind, hasPreview, subscribers);
    }
    private static bool IsOfAPersonOrNobody(string? title) =>
        title is not null && (title.StartsWith("Telegram: Contact @", StringComparison.Ordinal) || title.StartsWith("Telegram: Launch @", StringComparison.Ordinal));
}
