namespace TelegramMarketing.PublicPages;

/// <summary>What came of reading a page, and when it was asked for.</summary>
internal sealed record PageAnswer(PageOutcome Outcome, DateTimeOffset AskedAt, PublicPage? Page = null, TimeSpan? RetryAfter = null)
{
    /// <summary>The page, when it is of that kind.</summary>
    public TPage? As<TPage>()
        where TPage : PublicPage => Page as TPage;
}
