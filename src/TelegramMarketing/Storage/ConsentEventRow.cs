namespace TelegramMarketing.Storage;

/// <summary>One event of the ledger as it is kept. It is never changed, but for what erasure takes out of it.</summary>
internal sealed class ConsentEventRow
{
    /// <summary>Its place in the ledger.</summary>
    public long Number { get; set; }

    public string BotName { get; set; } = "";

    public ConsentEventKind Kind { get; set; }

    /// <summary>In UTC ticks.</summary>
    public long At { get; set; }

    public Guid Subject { get; set; }

    public Guid? Invitation { get; set; }

    public long? ChannelId { get; set; }

    public string? Channel { get; set; }

    public string? Campaign { get; set; }

    public string? Transport { get; set; }

    public int? UpdateId { get; set; }

    public int? MessageId { get; set; }

    public LegalBasisKind? LegalBasis { get; set; }

    public string? LegalBasisExplanation { get; set; }

    public string? AddressSource { get; set; }

    public string? WordingHash { get; set; }

    public string? Reason { get; set; }

    public static ConsentEventRow Create(ConsentEvent consentEvent, long? channelId) => new()
    {
        Kind = consentEvent.Kind,
        At = consentEvent.At.UtcTicks,
        Subject = consentEvent.Subject,
        Invitation = consentEvent.Invitation,
        ChannelId = channelId,
        Channel = consentEvent.Channel?.ToString(),
        Campaign = consentEvent.Campaign,
        Transport = consentEvent.Transport,
        UpdateId = consentEvent.Evidence.UpdateId,
        MessageId = consentEvent.Evidence.MessageId,
        LegalBasis = consentEvent.Evidence.LegalBasis?.Kind,
        LegalBasisExplanation = consentEvent.Evidence.LegalBasis?.Explanation,
        AddressSource = consentEvent.Evidence.AddressSource,
        WordingHash = consentEvent.Evidence.WordingHash,
        Reason = consentEvent.Evidence.Reason,
    };

    public ConsentEvent ToEvent() => new()
    {
        Kind = Kind,
        At = new(At, TimeSpan.Zero),
        Subject = Subject,
        Invitation = Invitation,
        Channel = Channel is null ? null : ChannelAddress.Parse(Channel),
        Campaign = Campaign,
        Transport = Transport,
        Evidence = new()
        {
            UpdateId = UpdateId,
            MessageId = MessageId,
            LegalBasis = LegalBasis is { } kind && LegalBasisExplanation is not null ? new(kind, LegalBasisExplanation) : null,
            AddressSource = AddressSource,
            WordingHash = WordingHash,
            Reason = Reason,
        },
    };

    /// <summary>Takes out what could tell who it was.</summary>
    public void Redact() => (UpdateId, MessageId, LegalBasisExplanation, AddressSource, Reason) = (null, null, null, null, null);
}
