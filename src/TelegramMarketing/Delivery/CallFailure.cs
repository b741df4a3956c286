namespace TelegramMarketing.Delivery;

/// <summary>Why a call to Telegram did not succeed.</summary>
/// <param name="Outcome">What it means for a send.</param>
/// <param name="Error">What a caller can act on.</param>
/// <param name="Description">Telegram's words, or what happened on the way. Holds no token and no address with one.</param>
/// <param name="RetryAfter">How long Telegram asks to wait, where it says.</param>
/// <param name="Hold">What a refusal for now holds: nothing, the chat or the bot.</param>
internal sealed record CallFailure(SendOutcome Outcome, TelegramMarketingError Error, string Description, TimeSpan? RetryAfter = null, HoldScope Hold = HoldScope.None)
{
    /// <summary>Telegram said that everything is already as asked: a success for an edit, a deletion, an approval.</summary>
    public bool AlreadyDone { get; init; }

    public TelegramMarketingException ToException(Guid? publicationId = null) =>
        new(Error, Description) { RetryAfter = RetryAfter, PublicationId = publicationId };
}
