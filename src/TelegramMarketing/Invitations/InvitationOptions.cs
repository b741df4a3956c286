namespace TelegramMarketing;

/// <summary>How customers are invited.</summary>
public sealed class InvitationOptions
{
    /// <summary>What customers read, by language.</summary>
    /// <value>Defaults to the built-in texts in English, Italian, Spanish, Russian and Arabic.</value>
    public InvitationTexts Texts { get; } = new();

    /// <summary>
    /// The address of the company's own page by which customers opt out without Telegram, with <c>{token}</c> in the place of the invitation's secret:
    /// <c>https://shop.example/unsubscribe/{token}</c>. It must be https and answer both GET (a page with a button) and POST (RFC 8058's one click) by
    /// <see cref="IOptInInvitation.OptOutByTokenAsync"/>.
    /// </summary>
    /// <value>Defaults to <see langword="null"/>: customers opt out in Telegram.</value>
    public string? UnsubscribeAddress { get; set; }
}
