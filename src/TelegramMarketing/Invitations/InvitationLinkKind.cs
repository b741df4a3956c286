namespace TelegramMarketing;

/// <summary>What kind of address an invitation carries.</summary>
public enum InvitationLinkKind
{
    /// <summary>
    /// A link that opens the bot, which greets the person and offers the channel's button. The only kind that attributes joins of a public channel:
    /// Telegram does not say by which link somebody joined a public channel, but it says who pressed start and who joined.
    /// </summary>
    BotDeepLink,

    /// <summary>The channel's public address. The simplest; joins by it cannot be attributed to a customer.</summary>
    PublicAddress,

    /// <summary>
    /// A link of a channel's own for this customer, which admits one person. Meant for private channels, where Telegram names the link that was used.
    /// The bot must be an administrator with the right to invite.
    /// </summary>
    PersonalLink,

    /// <summary>
    /// A link of a private channel's own for this customer, by which one asks to be let in: the bot asks the consent question in the person's language, and lets them in when they say
    /// yes. The bot must be an administrator with the right to invite, and updates must be received.
    /// </summary>
    ApprovalLink,
}
