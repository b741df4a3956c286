namespace TelegramMarketing;

/// <summary>How many invitations have come how far, each counted once at every step. Unknown is <see langword="null"/>, never zero.</summary>
public sealed record InvitationFunnel
{
    /// <summary>The channel.</summary>
    public required ChannelAddress Channel { get; init; }

    /// <summary>The campaign that is counted; <see langword="null"/> for all invitations to the channel.</summary>
    public string? Campaign { get; init; }

    /// <summary>Invitations created.</summary>
    public int Invited { get; init; }

    /// <summary>Invitations accepted by Telegram or by a mail server. Those that the company sends by its own means are in it only where it reports them.</summary>
    public int Delivered { get; init; }

    /// <summary>Invitations handed to the company's own mailing; whether they arrived is not known here.</summary>
    public int HandedOver { get; init; }

    /// <summary>Invitations that could not be delivered, for good.</summary>
    public int Bounced { get; init; }

    /// <summary>Invitations that were given to a transport whose answer never came: they are not sent again.</summary>
    public int Unknown { get; init; }

    /// <summary>Invitations whose link was followed, where the company's own page reports it.</summary>
    public int Opened { get; init; }

    /// <summary>People who followed the link to the bot; <see langword="null"/> while no updates are received.</summary>
    public int? BotStarted { get; init; }

    /// <summary>People who answered the bot's question with yes; <see langword="null"/> while no updates are received.</summary>
    public int? Consented { get; init; }

    /// <summary>People who asked to be let into a private channel; <see langword="null"/> while no updates are received.</summary>
    public int? Requested { get; init; }

    /// <summary>
    /// Of <see cref="Requested"/>, those who did not answer the bot's question in time, and have neither asked again nor joined since; <see langword="null"/> while no updates are received.
    /// </summary>
    public int? Unanswered { get; init; }

    /// <summary>Invited people who joined, those who have left since included; <see langword="null"/> while no updates are received.</summary>
    public int? Joined { get; init; }

    /// <summary>Of <see cref="Joined"/>, those who have left and not come back; <see langword="null"/> while no updates are received.</summary>
    public int? Left { get; init; }

    /// <summary>Invitations whose customer has opted out, of everything or of one means.</summary>
    public int OptedOut { get; init; }

    /// <summary>Invitations whose customer has complained.</summary>
    public int Complained { get; init; }

    /// <summary>Joins by the links of <see cref="IOptInInvitation.CreateCampaignLinkAsync"/>, each time somebody joined; <see langword="null"/> while no updates are received.</summary>
    public int? CampaignLinkJoins { get; init; }

    /// <summary>
    /// Joins of the channel that belong to no invitation and no campaign's link: people who found it by themselves, or by an address that Telegram does not report.
    /// <see langword="null"/> while no updates are received, and for a campaign, to which such joins can't be assigned.
    /// </summary>
    public int? UnattributedJoins { get; init; }

    /// <summary>
    /// Since when <see cref="JoinsSeen"/>, <see cref="LeavesSeen"/> and <see cref="MemberChange"/> count: the moment at which the first update about a member of the channel was received and
    /// Telegram was asked for the number of its members. <see langword="null"/> before, and for a campaign.
    /// </summary>
    public DateTimeOffset? CountedSince { get; init; }

    /// <summary>Joins that Telegram has reported since <see cref="CountedSince"/>, attributed or not; <see langword="null"/> when they are not counted.</summary>
    public int? JoinsSeen { get; init; }

    /// <summary>Leaves and removals that Telegram has reported since <see cref="CountedSince"/>; <see langword="null"/> when they are not counted.</summary>
    public int? LeavesSeen { get; init; }

    /// <summary>By how much the number of members, as Telegram tells it, has changed since <see cref="CountedSince"/>; <see langword="null"/> when it is not known.</summary>
    public int? MemberChange { get; init; }

    /// <summary>
    /// The share of the joins since <see cref="CountedSince"/> that were seen, from 0 to 1: <see cref="JoinsSeen"/> divided by the joins there must have been, which are
    /// <see cref="MemberChange"/> and <see cref="LeavesSeen"/> together, and at least <see cref="JoinsSeen"/>. It is an upper limit: somebody who joined and left again without either being
    /// seen leaves no trace. <see langword="null"/> when something of it is not known, or nobody has joined.
    /// </summary>
    public double? Coverage => JoinsSeen is { } seen && LeavesSeen is { } left && MemberChange is { } change && Math.Max(seen, change + left) is > 0 and var joins
        ? (double)seen / joins
        : null;
}
