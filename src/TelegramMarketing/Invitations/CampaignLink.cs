using TelegramMarketing.Invitations;

namespace TelegramMarketing;

/// <summary>A link for many people. Who joins by it is counted for its campaign, and nobody is kept.</summary>
public sealed record CampaignLink
{
    /// <summary>Its id. In Telegram the link bears it as its name.</summary>
    public required Guid Id { get; init; }

    /// <summary>The channel that it leads to.</summary>
    public required ChannelAddress Channel { get; init; }

    /// <summary>The campaign for which the joins are counted.</summary>
    public required string Campaign { get; init; }

    /// <summary>The link.</summary>
    public required Uri Address { get; init; }

    /// <summary>How many people may join by it; <see langword="null"/> for any number.</summary>
    public int? MemberLimit { get; init; }

    /// <summary>When it ceases to work; <see langword="null"/> when it does not.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <inheritdoc cref="Invitation.ToQrSvg"/>
    public string ToQrSvg() => QrCode.ToSvg(Address);

    /// <inheritdoc cref="Invitation.ToQrPng"/>
    public byte[] ToQrPng(int pixelsPerModule = 10) => QrCode.ToPng(Address, pixelsPerModule);
}
