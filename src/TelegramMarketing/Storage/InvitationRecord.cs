namespace TelegramMarketing.Storage;

/// <summary>One invitation as it is kept. It does not say who the customer is; that stands in the subject's row.</summary>
internal sealed record InvitationRecord
{
    public required Guid Id { get; init; }

    public required Guid Subject { get; init; }

    /// <summary>Telegram's id of the channel, by which @name and id are one.</summary>
    public required long ChannelId { get; init; }

    /// <summary>The channel as the host addressed it.</summary>
    public required ChannelAddress Channel { get; init; }

    public required string ChannelTitle { get; init; }

    /// <summary>The public name when the invitation was created; <see langword="null"/> for a private channel.</summary>
    public string? ChannelUsername { get; init; }

    public required string Token { get; init; }

    public InvitationLinkKind Link { get; init; }

    public string? Campaign { get; init; }

    public required string Language { get; init; }

    public string? About { get; init; }

    /// <summary>Where the customer is, for quiet hours; <see langword="null"/> when it is not known.</summary>
    public TimeZoneInfo? TimeZone { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The personal link, once it was created.</summary>
    public string? PersonalLink { get; init; }

    /// <summary>The link is revoked, or is to be.</summary>
    public bool IsLinkEnded { get; init; }

    /// <summary>The person has joined since the link was made, so that a link for one person is used up.</summary>
    public bool IsLinkUsed { get; init; }

    /// <summary>The person who has pressed start with its token, used its link or was sent it; <see langword="null"/> while nobody has.</summary>
    public long? Person { get; init; }

    public DeliveryState Delivery { get; init; }

    /// <summary>The means of a delivery that has begun or is done.</summary>
    public string? Transport { get; init; }

    /// <summary>The means that have failed for good.</summary>
    public IReadOnlyList<string> BouncedBy { get; init; } = [];

    /// <summary>Not to be delivered earlier.</summary>
    public DateTimeOffset NotBefore { get; init; }

    public InvitationState State { get; init; }

    /// <summary>The person has said yes to the bot's question, whatever they said since.</summary>
    public bool HasConsented { get; init; }

    /// <summary>The person's request to be let in has lapsed unanswered, and they have not asked again.</summary>
    public bool HasLapsed { get; init; }

    /// <summary>The person has joined, whether or not they have left since.</summary>
    public bool HasJoined { get; init; }

    /// <summary>It was presented, and is in the ledger.</summary>
    public bool IsComplete { get; init; }

    /// <summary>The customer has been erased, so that nothing of it can be shown or sent any more.</summary>
    public bool IsErased => Token.Length == 0;

    public bool IsExpired(DateTimeOffset now) => now >= ExpiresAt;
}
