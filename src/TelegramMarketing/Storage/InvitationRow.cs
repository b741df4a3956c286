namespace TelegramMarketing.Storage;

/// <summary>One invitation as it is kept. Times are UTC ticks.</summary>
internal sealed class InvitationRow
{
    public Guid Id { get; set; }

    public string BotName { get; set; } = "";

    public Guid Subject { get; set; }

    public long ChannelId { get; set; }

    public string Channel { get; set; } = "";

    public string ChannelTitle { get; set; } = "";

    public string? ChannelUsername { get; set; }

    /// <summary>The secret; <see langword="null"/> once the customer has been erased.</summary>
    public string? Token { get; set; }

    public InvitationLinkKind Link { get; set; }

    public string? Campaign { get; set; }

    public string Language { get; set; } = "";

    public string? About { get; set; }

    public string? TimeZone { get; set; }

    public long CreatedAt { get; set; }

    public long? ExpiresAt { get; set; }

    public string? PersonalLink { get; set; }

    /// <summary>The link is revoked, or is to be.</summary>
    public bool IsLinkEnded { get; set; }

    /// <summary>The link was made after the person had joined last, so that it is not used up.</summary>
    public bool IsLinkRenewed { get; set; }

    public long? Person { get; set; }

    /// <summary>When the person was bound to it last.</summary>
    public long? BoundAt { get; set; }

    public DeliveryState Delivery { get; set; }

    /// <summary>The means of a delivery that has begun or is done.</summary>
    public string? Transport { get; set; }

    /// <summary>The means that have failed for good, separated by commas.</summary>
    public string BouncedBy { get; set; } = "";

    /// <summary>When a delivery began that has not failed.</summary>
    public long? DeliveryAt { get; set; }

    /// <summary>Not to be delivered earlier.</summary>
    public long NotBefore { get; set; }

    public InvitationState State { get; set; }

    /// <summary>A bit for each kind of event that has happened; that of <see cref="ConsentEventKind.Unanswered"/> is taken back by a new request.</summary>
    public int Reached { get; set; }

    /// <summary>The person had joined, and has left.</summary>
    public bool IsGone { get; set; }

    /// <summary>It was presented, and is in the ledger.</summary>
    public bool IsComplete { get; set; }

    /// <summary>Taken by the one invitation of a customer to a channel that counts; <see langword="null"/> for one that was given back or replaced.</summary>
    public string? ClaimKey { get; set; }

    public static string ClaimKeyOf(Guid subject, long channelId) => FormattableString.Invariant($"{subject:N}:{channelId}");

    public bool HasReached(ConsentEventKind kind) => (Reached & (1 << (int)kind)) != 0;

    public static InvitationRow Create(InvitationRecord record) => new()
    {
        Id = record.Id,
        Subject = record.Subject,
        ChannelId = record.ChannelId,
        Channel = record.Channel.ToString(),
        ChannelTitle = record.ChannelTitle,
        ChannelUsername = record.ChannelUsername,
        Token = record.Token,
        Link = record.Link,
        Campaign = record.Campaign,
        Language = record.Language,
        About = record.About,
        TimeZone = record.TimeZone?.Id,
        CreatedAt = record.CreatedAt.UtcTicks,
        ExpiresAt = record.ExpiresAt?.UtcTicks,
        NotBefore = record.CreatedAt.UtcTicks,
        ClaimKey = ClaimKeyOf(record.Subject, record.ChannelId),
    };

    public InvitationRecord ToRecord() => new()
    {
        Id = Id,
        Subject = Subject,
        ChannelId = ChannelId,
        Channel = ChannelAddress.Parse(Channel),
        ChannelTitle = ChannelTitle,
        ChannelUsername = ChannelUsername,
        Token = Token ?? "",
        Link = Link,
        Campaign = Campaign,
        Language = Language,
        About = About,
        TimeZone = TimeZone is { } zone && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? found : null,
        CreatedAt = new(CreatedAt, TimeSpan.Zero),
        ExpiresAt = ExpiresAt is { } expires ? new(expires, TimeSpan.Zero) : null,
        PersonalLink = PersonalLink,
        IsLinkEnded = IsLinkEnded,
        IsLinkUsed = HasReached(ConsentEventKind.Joined) && !IsLinkRenewed,
        Person = Person,
        Delivery = Delivery,
        Transport = Transport,
        BouncedBy = BouncedBy.Split(',', StringSplitOptions.RemoveEmptyEntries),
        NotBefore = new(NotBefore, TimeSpan.Zero),
        State = State,
        HasConsented = HasReached(ConsentEventKind.Consented),
        HasLapsed = HasReached(ConsentEventKind.Unanswered),
        HasJoined = HasReached(ConsentEventKind.Joined),
        IsComplete = IsComplete,
    };
}
