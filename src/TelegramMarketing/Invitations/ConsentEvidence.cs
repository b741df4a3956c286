namespace TelegramMarketing;

/// <summary>By what an event can be shown to have happened. None of it says who the person is.</summary>
public sealed record ConsentEvidence
{
    /// <summary>The id of Telegram's update that reported it.</summary>
    public int? UpdateId { get; init; }

    /// <summary>The id of the message in the person's chat with the bot: theirs, or ours.</summary>
    public int? MessageId { get; init; }

    /// <summary>The legal basis of an <see cref="ConsentEventKind.Invited"/>.</summary>
    public LegalBasis? LegalBasis { get; init; }

    /// <summary>Where the address of an <see cref="ConsentEventKind.Invited"/> was obtained.</summary>
    public string? AddressSource { get; init; }

    /// <summary>Why a <see cref="ConsentEventKind.Bounced"/>, in the words of the transport, without an address. At most 500 characters.</summary>
    public string? Reason { get; init; }

    /// <summary>
    /// The SHA-256 of the wording that was shown, as 64 hexadecimal digits: of the text with <c>{link}</c> and <c>{optout}</c> still in place of the personal addresses, so that
    /// equal wordings have equal hashes. <see cref="IConsentLedger.FindWordingAsync"/> gives the text.
    /// </summary>
    public string? WordingHash { get; init; }
}
