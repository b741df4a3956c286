namespace TelegramMarketing;

/// <summary>A link for many people that is wanted for print, a poster or a counter: it names nobody.</summary>
public sealed record CampaignLinkRequest
{
    /// <summary>The most people that Telegram lets one link admit.</summary>
    public const int MaxMembers = 99_999;

    /// <summary>The private channel that it leads to. The bot must be an administrator with the right to invite.</summary>
    public required ChannelAddress Channel { get; init; }

    /// <summary>The campaign for which the joins are counted; compared exactly. 1 to 200 characters.</summary>
    public required string Campaign { get; init; }

    /// <summary>How many people may join by it, 1 to 99,999.</summary>
    /// <value>Defaults to <see langword="null"/>: any number.</value>
    public int? MemberLimit { get; init; }

    /// <summary>How long it works. More than zero.</summary>
    /// <value>Defaults to <see langword="null"/>: until it is revoked.</value>
    public TimeSpan? ValidFor { get; init; }
}
