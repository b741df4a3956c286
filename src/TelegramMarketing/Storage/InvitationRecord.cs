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

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The personal link, once it was created.</summary>
    public string? PersonalLink { get; init; }

    /// <summary>The person who has pressed start with its token, used its link or was sent it; <see langword="null"/> while nobody has.</summary>
    public long? Person { get; init; }

    public DeliveryState Delivery { get; init; }

    public InvitationState State { get; init; }

    /// <summary>The person has joined, whether or not they have left since.</summary>
    public bool HasJoined { get; init; }

    public bool IsExpired(DateTimeOffset now) => now >= ExpiresAt;
}
