namespace TelegramMarketing;

/// <summary>Something did not happen, and <see cref="Error"/> says what a caller can do.</summary>
/// <remarks>Neither the message nor anything else in it holds a bot token, an address with one, or the text of a post.</remarks>
public sealed class TelegramMarketingException : Exception
{
    /// <summary>Creates an exception for a host's own tests.</summary>
    public TelegramMarketingException(TelegramMarketingError error, string message)
        : base(message) => Error = error;

    /// <summary>Creates an exception with what lies beneath it, for a host's own tests.</summary>
    public TelegramMarketingException(TelegramMarketingError error, string message, Exception? innerException)
        : base(message, innerException) => Error = error;

    /// <summary>Creates an exception without a known cause.</summary>
    public TelegramMarketingException()
    {
    }

    /// <summary>Creates an exception without a known cause.</summary>
    public TelegramMarketingException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception without a known cause.</summary>
    public TelegramMarketingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>What a caller can act on.</summary>
    public TelegramMarketingError Error { get; }

    /// <summary>How long Telegram asks to wait; <see langword="null"/> when it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The publication that this is about, for <see cref="IPublicationLedger"/>; <see langword="null"/> when there is none.</summary>
    public Guid? PublicationId { get; init; }

    /// <summary>Why a customer is not invited, for <see cref="TelegramMarketingError.InvitationRefused"/>; else <see langword="null"/>.</summary>
    public InvitationRefusal? Refusal { get; init; }

    /// <summary>When an invitation that was refused could be made or sent; <see langword="null"/> where waiting does not help.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>All rules that are broken, for <see cref="TelegramMarketingError.InvalidPost"/> and <see cref="TelegramMarketingError.InvalidStickers"/>; else empty.</summary>
    public IReadOnlyList<PlanViolation> Violations { get; init; } = [];
}
