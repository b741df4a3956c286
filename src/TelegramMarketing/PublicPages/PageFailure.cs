namespace TelegramMarketing.PublicPages;

/// <summary>Why a channel cannot be listed, in words that help.</summary>
internal static class PageFailure
{
    public static TelegramMarketingException NoChannel(LandingKind kind) => kind == LandingKind.Group
        ? new(TelegramMarketingError.NoPublicPage, "The name belongs to a group, and groups have no public page with channel posts.")
        : new(TelegramMarketingError.ChatNotFound, "There is no public channel of that name; a person or a bot may have it. Check the spelling.");

    public static TelegramMarketingException NoPreview() => new(
        TelegramMarketingError.NoPublicPage,
        "The channel has its web preview switched off, so its posts cannot be listed. Single posts can still be read by their reference.");

    public static TelegramMarketingException Throttled(TimeSpan? retryAfter) => new(
        TelegramMarketingError.TooManyRequests, "Telegram refuses to show pages for now. Ask again later, and less often.")
    {
        RetryAfter = retryAfter,
    };

    public static TelegramMarketingException CameEmpty() => new(
        TelegramMarketingError.TooManyRequests,
        "Telegram shows an empty page where posts are expected, as it does after many reads. Whether there are more posts cannot be told; ask again later.");

    public static TelegramMarketingException NotUnderstood() => new(
        TelegramMarketingError.Other, "The public page of the channel was not understood. Telegram may have changed it, or another site answers.");
}
