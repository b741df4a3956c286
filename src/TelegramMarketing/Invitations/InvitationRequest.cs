namespace TelegramMarketing;

/// <summary>Whom to invite, to which channel, and why that is allowed.</summary>
/// <remarks>
/// Checked as a whole by <see cref="IOptInInvitation.CreateAsync"/>, which reports everything that is wrong with it at once.
/// </remarks>
public sealed record InvitationRequest
{
    /// <summary>The longest <see cref="Customer"/>.</summary>
    public const int MaxCustomerLength = 200;

    /// <summary>The longest <see cref="AddressSource"/>, <see cref="Campaign"/> and <see cref="About"/>.</summary>
    public const int MaxNoteLength = 200;

    /// <summary>The channel to invite to.</summary>
    public required ChannelAddress Channel { get; init; }

    /// <summary>
    /// The host's own id of the customer: a customer number, or an e-mail address. 1 to 200 characters. Compared without surrounding spaces and whatever the case, so
    /// that one customer isn't invited twice. Sent nowhere.
    /// </summary>
    public required string Customer { get; init; }

    /// <summary>Why the customer may be written to.</summary>
    public required LegalBasis LegalBasis { get; init; }

    /// <summary>Where the customer's address was obtained: "order form", "shop till 4". 1 to 200 characters.</summary>
    public required string AddressSource { get; init; }

    /// <summary>A name under which the funnel is counted; compared exactly. At most 200 characters.</summary>
    /// <value>Defaults to <see langword="null"/>: no campaign.</value>
    public string? Campaign { get; init; }

    /// <summary>The customer's language, as an IETF tag: <c>it</c>, <c>es-MX</c>. There must be a text for it; see <see cref="InvitationTexts"/>.</summary>
    /// <value>Defaults to <c>en</c>.</value>
    public string Language { get; init; } = "en";

    /// <summary>What the channel offers, in the customer's language, to complete "It brings …". At most 200 characters.</summary>
    /// <value>Defaults to <see langword="null"/>: news, offers and events, in the words of the text's language.</value>
    public string? About { get; init; }

    /// <summary>What kind of address the invitation carries.</summary>
    /// <value>Defaults to <see cref="InvitationLinkKind.BotDeepLink"/>.</value>
    public InvitationLinkKind Link { get; init; } = InvitationLinkKind.BotDeepLink;

    /// <summary>How long the invitation's link works. More than zero.</summary>
    /// <value>Defaults to <see langword="null"/>: it does not expire. Opting out by it always works.</value>
    public TimeSpan? ValidFor { get; init; }

    /// <summary>
    /// The customer's Telegram id, where the host knows it because the customer has started the bot. Needed to send the invitation by Telegram before the customer has pressed
    /// start in an earlier one. More than zero.
    /// </summary>
    /// <value>Defaults to <see langword="null"/>: not known.</value>
    public long? TelegramUserId { get; init; }

    /// <summary>The customer's e-mail address, for a transport that needs it, and by which one customer in two lists is recognised. Compared whatever the case.</summary>
    /// <value>Defaults to <see langword="null"/>: not known, or <see cref="Customer"/> is one, which is then compared as well but not written to.</value>
    public string? EmailAddress { get; init; }

    /// <summary>Where the customer is, for <see cref="InvitationOptions.QuietHours"/>.</summary>
    /// <value>Defaults to <see langword="null"/>: the time zone of the quiet hours.</value>
    public TimeZoneInfo? TimeZone { get; init; }

    /// <summary>
    /// The customer has asked for this invitation, so that neither an earlier one to the same channel nor the cooling-off period stands in its way. An opt-out still does.
    /// <see cref="LegalBasis"/> says how they asked.
    /// </summary>
    /// <value>Defaults to <see langword="false"/>.</value>
    public bool IsAskedFor { get; init; }

    /// <summary>The kind of thing it is, without personal data.</summary>
    public override string ToString() => $"{nameof(InvitationRequest)} ({Link}, {Language})";
}
