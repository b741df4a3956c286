namespace TelegramMarketing;

/// <summary>Many customers invited to one channel, by the means that reach each of them.</summary>
public sealed record InvitationCampaign
{
    /// <summary>The name under which its funnel is counted, and by which it is resumed. 1 to 200 characters; compared exactly.</summary>
    public required string Name { get; init; }

    /// <summary>The channel to invite to.</summary>
    public required ChannelAddress Channel { get; init; }

    /// <summary>The names of the transports, in the order in which they are tried for a customer: the next one when one has no address of theirs, or its message came back.</summary>
    /// <value>Defaults to <c>telegram</c>, which reaches only people who have started the bot.</value>
    public IReadOnlyList<string> Transports { get; init; } = ["telegram"];

    /// <summary>Told of each customer whose request is wrong, so that the list can be mended; the others go on. Called from several threads, one at a time.</summary>
    /// <value>Defaults to <see langword="null"/>: they are only counted.</value>
    public Action<CampaignRejection>? Rejected { get; init; }
}
