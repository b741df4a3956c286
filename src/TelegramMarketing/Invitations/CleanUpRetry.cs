namespace TelegramMarketing.Invitations;

/// <summary>When what Telegram did not take back yet, a link or a request to join, is tried again.</summary>
internal static class CleanUpRetry
{
    private static readonly TimeSpan _afterSilence = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan _afterRefusal = TimeSpan.FromHours(6);

    /// <summary>Telegram gave no answer, or wants to be left in peace: the next one is not worth trying now.</summary>
    public static bool IsSilence(TelegramMarketingError error) =>
        error is TelegramMarketingError.OutcomeUnknown or TelegramMarketingError.Unreachable or TelegramMarketingError.TooManyRequests;

    /// <summary>How long to wait.</summary>
    public static TimeSpan After(TelegramMarketingError error) => IsSilence(error) ? _afterSilence : _afterRefusal;
}
