namespace TelegramMarketing.Invitations;

/// <summary>What became of a delivery.</summary>
/// <param name="Receipt">What the means says.</param>
/// <param name="MessageId">The id of Telegram's message.</param>
/// <param name="At">When, where the means says it.</param>
/// <param name="Failure">The library's own words for a failure.</param>
/// <param name="HasBlockedBot">The person has blocked the bot.</param>
internal readonly record struct InvitationDispatch(
    InvitationReceipt Receipt, int? MessageId = null, DateTimeOffset? At = null, TelegramMarketingException? Failure = null, bool HasBlockedBot = false);
