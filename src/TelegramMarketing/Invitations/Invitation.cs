using TelegramMarketing.Invitations;

namespace TelegramMarketing;

/// <summary>An invitation: an address and a text that a customer can follow, or not. Nothing else can come of it: nobody is subscribed by it.</summary>
public sealed record Invitation
{
    /// <summary>The invitation's id. A personal link carries it as its name.</summary>
    public required Guid Id { get; init; }

    /// <summary>The channel.</summary>
    public required ChannelAddress Channel { get; init; }

    /// <summary>The channel's title, as Telegram has it.</summary>
    public required string ChannelTitle { get; init; }

    /// <summary>The address to follow: the bot's, the channel's, or a personal link. Keep it between the company and the customer.</summary>
    public required Uri Address { get; init; }

    /// <summary>
    /// An address by which the customer opts out of all invitations with one press, whether or not the bot knew them. It stands in <see cref="Text"/>, and works
    /// for ever.
    /// </summary>
    public required Uri OptOutAddress { get; init; }

    /// <summary>
    /// The address of the company's own page by which the customer opts out without Telegram, also with one click of their mail program (RFC 8058); <see langword="null"/> unless
    /// <see cref="InvitationOptions.UnsubscribeAddress"/> is set.
    /// </summary>
    public Uri? UnsubscribeAddress { get; init; }

    /// <summary>A line that says what it is about, such as the subject of an e-mail.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The label of a button that opens <see cref="Address"/>.</summary>
    public string ButtonLabel { get; init; } = "";

    /// <summary>The text to send by the company's own means: who invites, what the channel brings, that nobody is subscribed automatically, how to opt out.</summary>
    public required PostText Text { get; init; }

    /// <summary>The host's id of the customer, as it was given but for surrounding spaces.</summary>
    public required string Customer { get; init; }

    /// <summary>What kind of address it is.</summary>
    public InvitationLinkKind Link { get; init; }

    /// <summary>The campaign, where there is one.</summary>
    public string? Campaign { get; init; }

    /// <summary>The language of <see cref="Text"/>.</summary>
    public string Language { get; init; } = "en";

    /// <summary>How far it has come.</summary>
    public InvitationState State { get; init; }

    /// <summary>When it was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its address ceases to work; <see langword="null"/> when it does not.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>
    /// <see cref="Address"/> as a QR code for print and screen: SVG, black on white, error correction M, with its quiet zone of four modules. The same address
    /// gives the same picture.
    /// </summary>
    public string ToQrSvg() => QrCode.ToSvg(Address);

    /// <summary><see cref="Address"/> as a QR code: PNG, black on white, error correction M, with its quiet zone of four modules. The same address gives the same bytes.</summary>
    /// <param name="pixelsPerModule">The width of one module in pixels, 1 to 100. 10 makes a picture of about 400 pixels.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="pixelsPerModule"/> is not in 1 to 100.</exception>
    public byte[] ToQrPng(int pixelsPerModule = 10) => QrCode.ToPng(Address, pixelsPerModule);

    /// <summary>The id and the state, without personal data.</summary>
    public override string ToString() => $"{nameof(Invitation)} {Id} ({State})";
}
