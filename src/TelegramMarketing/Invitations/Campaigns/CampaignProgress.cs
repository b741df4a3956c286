namespace TelegramMarketing;

/// <summary>How far a campaign has come in this run. What earlier runs did is in <see cref="IOptInInvitation.GetFunnelAsync"/>.</summary>
public sealed record CampaignProgress
{
    /// <summary>Customers read from the list.</summary>
    public long Read { get; init; }

    /// <summary>Customers whose request was wrong.</summary>
    public long Rejected { get; init; }

    /// <summary>Invitations created.</summary>
    public long Invited { get; init; }

    /// <summary>Customers who may not be invited, by the reason. <see cref="InvitationRefusal.InvitedAlready"/> counts those of an earlier run as well, and
    /// <see cref="InvitationRefusal.OptedOut"/> those who opted out after their invitation was created, who are in <see cref="Invited"/> too.</summary>
    public IReadOnlyDictionary<InvitationRefusal, long> Refused { get; init; } = new Dictionary<InvitationRefusal, long>();

    /// <summary>Invitations accepted by Telegram or by a mail server.</summary>
    public long Delivered { get; init; }

    /// <summary>Invitations handed to the company's own mailing.</summary>
    public long HandedOver { get; init; }

    /// <summary>Messages that came back for good; the customer may have been reached by the next transport.</summary>
    public long Bounced { get; init; }

    /// <summary>Invitations that may have arrived, and are not sent again.</summary>
    public long Unknown { get; init; }

    /// <summary>Invited customers whom none of the transports reaches. Their invitations exist, and can be sent by the company's own means.</summary>
    public long Unreachable { get; init; }

    /// <summary>When the invitations that wait (quiet hours, the daily limit, a mail server that asked for patience) go on; <see langword="null"/> while none does.</summary>
    public DateTimeOffset? WaitingUntil { get; init; }

    /// <summary>What holds a transport up at the moment, in words; <see langword="null"/> while nothing does.</summary>
    public string? Problem { get; init; }
}
