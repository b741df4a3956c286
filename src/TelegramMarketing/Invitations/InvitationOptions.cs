namespace TelegramMarketing;

/// <summary>How customers are invited.</summary>
public sealed class InvitationOptions
{
    /// <summary>What customers read, by language.</summary>
    /// <value>Defaults to the built-in texts in English, Italian, Spanish, Russian and Arabic.</value>
    public InvitationTexts Texts { get; } = new();

    /// <summary>
    /// The secret with which the list of those who have opted out is kept as hashes (HMAC-SHA-256), so that it survives an erasure and tells nobody who is in it. At least 32 random
    /// characters, from a secret store, and never changed: with another key nobody in the list would be recognised, so that it is refused.
    /// </summary>
    /// <value>Defaults to <see langword="null"/>: in memory a random key is used, which ends with the process; with a durable store invitations are refused until it is set.</value>
    public string? SuppressionKey { get; set; }

    /// <summary>How long a customer is left in peace after an invitation, whatever the channel. From zero to ten years.</summary>
    /// <value>Defaults to 7 days.</value>
    public TimeSpan CoolingOff { get; set; } = TimeSpan.FromDays(7);

    /// <summary>
    /// Hours of the day in which nobody is written to, by the customer's own time zone where <see cref="InvitationRequest.TimeZone"/> says it, else by that of the hours. Their
    /// <see cref="QuietHours.Policy"/> is not used: an invitation always waits for the morning.
    /// </summary>
    /// <value>Defaults to <see langword="null"/>: none.</value>
    public QuietHours? QuietHours { get; set; }

    /// <summary>How many invitations may be sent in any 24 hours, over all transports. At least 1.</summary>
    /// <value>Defaults to <see langword="null"/>: any number.</value>
    public int? DailyLimit { get; set; }

    /// <summary>
    /// Somebody who follows a <see cref="InvitationLinkKind.BotDeepLink"/> is asked for their consent by the bot (<see cref="InvitationText.ConsentQuestion"/>), and the way into the
    /// channel opens only when they say yes. The ledger keeps the answer with the wording that was shown.
    /// </summary>
    /// <value>Defaults to <see langword="false"/>: the channel's button is shown at once.</value>
    public bool DoubleOptIn { get; set; }

    /// <summary>
    /// How long somebody who asks to be let in by an <see cref="InvitationLinkKind.ApprovalLink"/> has for answering the bot's question, and at most until the invitation expires. After that
    /// the request is declined (<see cref="ConsentEventKind.Unanswered"/>), and they may ask again. From five minutes to ten years.
    /// </summary>
    /// <value>Defaults to 3 days; <see langword="null"/> for as long as the invitation is valid.</value>
    public TimeSpan? AnswerWithin { get; set; } = TimeSpan.FromDays(3);

    /// <summary>
    /// The address of the company's own page by which customers opt out without Telegram, with <c>{token}</c> in the place of the invitation's secret:
    /// <c>https://shop.example/unsubscribe/{token}</c>. It must be https and answer both GET (a page with a button) and POST (RFC 8058's one click) by
    /// <see cref="IOptInInvitation.OptOutByTokenAsync"/>.
    /// </summary>
    /// <value>Defaults to <see langword="null"/>: customers opt out in Telegram.</value>
    public string? UnsubscribeAddress { get; set; }
}
