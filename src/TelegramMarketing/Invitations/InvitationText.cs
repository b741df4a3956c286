namespace TelegramMarketing;

/// <summary>
/// What customers read, in one language. Plain text with placeholders in braces; everything put into them is escaped. Checked when it is given to <see cref="InvitationTexts"/>.
/// </summary>
public sealed record InvitationText
{
    /// <summary>
    /// The invitation. Must hold <c>{channel}</c> (who), <c>{about}</c> (what), <c>{link}</c> and <c>{optout}</c> (an address, or <c>/stop</c> in Telegram), and should say that nobody is
    /// subscribed automatically. At most 2,000 characters.
    /// </summary>
    public required string Invitation { get; init; }

    /// <summary>The subject of an e-mail. May hold <c>{channel}</c>. At most 200 characters, in one line.</summary>
    /// <value>Defaults to <c>{channel} · Telegram</c>.</value>
    public string Subject { get; init; } = "{channel} · Telegram";

    /// <summary>What <c>{about}</c> says where a request does not. At most 200 characters, no placeholders.</summary>
    public required string About { get; init; }

    /// <summary>
    /// The bot's answer to a person who has followed the invitation's link; the channel's button stands under it. Must hold <c>{channel}</c> and <c>{optout}</c>, and may hold
    /// <c>{about}</c>. At most 2,000 characters.
    /// </summary>
    public required string Welcome { get; init; }

    /// <summary>The label of the channel's button. At most 64 characters, no placeholders.</summary>
    public required string OpenChannel { get; init; }

    /// <summary>The bot's answer to a person who has opted out. At most 2,000 characters, no placeholders.</summary>
    public required string OptedOut { get; init; }

    /// <summary>
    /// What the bot asks before the way into a channel opens, where <see cref="InvitationOptions.DoubleOptIn"/> or <see cref="InvitationLinkKind.ApprovalLink"/> demands it; two
    /// buttons stand under it. Must hold <c>{channel}</c> (who), <c>{about}</c> (what) and <c>{optout}</c> (<c>/stop</c>), and should say that one can leave at any time.
    /// What is shown, with the labels of the buttons, is kept in the ledger by its hash. At most 2,000 characters.
    /// </summary>
    /// <value>Defaults to the English question.</value>
    public string ConsentQuestion { get; init; } = """
        Would you like to receive {about} in the Telegram channel {channel}?

        You can leave at any time. No more invitations: {optout}
        """;

    /// <summary>The label of the button that says yes to <see cref="ConsentQuestion"/>. At most 64 characters, no placeholders.</summary>
    /// <value>Defaults to the English label.</value>
    public string ConsentYes { get; init; } = "Yes, please";

    /// <summary>The label of the button that says no to <see cref="ConsentQuestion"/>. At most 64 characters, no placeholders.</summary>
    /// <value>Defaults to the English label.</value>
    public string ConsentNo { get; init; } = "No, thank you";

    /// <summary>What the bot says after a no. At most 2,000 characters, no placeholders.</summary>
    /// <value>Defaults to the English answer.</value>
    public string ConsentDeclined { get; init; } = "All right: you are not subscribed, and nothing was changed.";

    /// <summary>
    /// What the bot says after a yes to somebody whose request to join waits for its answer, which follows at once unless Telegram or the company's people hold it up. May hold
    /// <c>{channel}</c>. At most 2,000 characters.
    /// </summary>
    /// <value>Defaults to the English answer.</value>
    public string RequestWaiting { get; init; } = "Thank you! {channel} opens as soon as your request is approved.";

    /// <summary>
    /// What the bot says to somebody who answers its question after <see cref="InvitationOptions.AnswerWithin"/>, when their request was declined. May hold <c>{channel}</c>. At most 2,000
    /// characters, of which Telegram shows the first 200.
    /// </summary>
    /// <value>Defaults to the English answer.</value>
    public string RequestDeclined { get; init; } = "Your answer came too late, and your request was declined. To open {channel}, follow the link of your invitation again.";

    /// <summary>The bot's answer to a link that doesn't work, whatever the reason. At most 2,000 characters, no placeholders.</summary>
    public required string UnknownLink { get; init; }
}
