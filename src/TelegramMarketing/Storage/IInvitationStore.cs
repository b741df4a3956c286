namespace TelegramMarketing.Storage;

/// <summary>
/// Keeps invitations. What is called a claim is atomic, also among processes that share the store: of concurrent calls exactly one wins.
/// </summary>
internal interface IInvitationStore
{
    /// <summary>
    /// Records the invitation unless the customer has opted out, was invited to the channel, or is in the cooling-off period. Without <see cref="ClaimRequest.Invited"/> it is not in the
    /// ledger before <see cref="CompleteAsync"/>; a claim that was never completed may be taken over after ten minutes.
    /// </summary>
    Task<InvitationClaim> ClaimAsync(ClaimRequest claim, CancellationToken cancellationToken);

    /// <summary>Several claims as one unit of work: all answers or none.</summary>
    Task<IReadOnlyList<InvitationClaim>> ClaimAsync(IReadOnlyList<ClaimRequest> claims, CancellationToken cancellationToken);

    /// <summary>What <see cref="ClaimAsync(ClaimRequest, CancellationToken)"/> would refuse now, with nothing recorded.</summary>
    Task<InvitationClaim> CheckAsync(ClaimRequest claim, CancellationToken cancellationToken);

    /// <summary>Gives a claim back that was not completed, so that the customer can be invited.</summary>
    /// <param name="id">The invitation.</param>
    /// <param name="keepTrace">Still finds the invitation by its id, since a link with that name may exist.</param>
    /// <param name="cancellationToken">Cancels the recording.</param>
    Task ReleaseAsync(Guid id, bool keepTrace, CancellationToken cancellationToken);

    /// <summary>Completes a claim, and appends the event.</summary>
    Task<InvitationRecord> CompleteAsync(Guid id, string? personalLink, ConsentEvent invited, CancellationToken cancellationToken);

    /// <summary>Replaces the personal link.</summary>
    Task<InvitationRecord> SetPersonalLinkAsync(Guid id, string personalLink, CancellationToken cancellationToken);

    Task<InvitationRecord?> FindAsync(Guid id, CancellationToken cancellationToken);

    Task<InvitationRecord?> FindByTokenAsync(string token, CancellationToken cancellationToken);

    /// <summary>The invitation to the channel that this person was bound to last.</summary>
    Task<InvitationRecord?> FindByPersonAsync(long channelId, long person, CancellationToken cancellationToken);

    /// <summary>
    /// Claims the invitation for a person: the first one keeps it. The subject's own Telegram id is set where it wasn't known.
    /// </summary>
    /// <returns>Whether it is this person's.</returns>
    Task<bool> TryBindAsync(Guid id, long person, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Claims the delivery by one means.</summary>
    /// <param name="id">The invitation.</param>
    /// <param name="transport">The means.</param>
    /// <param name="at">The present.</param>
    /// <param name="dailyLimit">How many deliveries may begin in 24 hours; <see langword="null"/> for any number.</param>
    /// <param name="cancellationToken">Cancels the claim.</param>
    Task<DeliveryPermit> TryBeginDeliveryAsync(Guid id, string transport, DateTimeOffset at, int? dailyLimit, CancellationToken cancellationToken);

    /// <summary>Gives a delivery back that provably did not happen.</summary>
    /// <param name="id">The invitation.</param>
    /// <param name="notBefore">Not to be tried earlier; <see langword="null"/> for at once.</param>
    /// <param name="cancellationToken">Cancels the recording.</param>
    Task ReleaseDeliveryAsync(Guid id, DateTimeOffset? notBefore, CancellationToken cancellationToken);

    /// <summary>Invitations of a campaign that may be delivered now, oldest first.</summary>
    Task<IReadOnlyList<InvitationRecord>> ListOpenAsync(string? campaign, long channelId, DateTimeOffset notAfter, Guid? after, int limit, CancellationToken cancellationToken);

    /// <summary>Ends an invitation before its time: it has expired from now on, and its link is to be revoked.</summary>
    /// <returns>Whether it was there.</returns>
    Task<bool> EndAsync(Guid id, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Telegram has told a link whose creation had given no answer: it is kept, and is to be revoked, since nobody was given it.</summary>
    /// <param name="id">The invitation or the campaign's link that bears the name.</param>
    /// <param name="link">The whole link.</param>
    /// <param name="at">The present.</param>
    /// <param name="cancellationToken">Cancels the recording.</param>
    /// <returns>Whether that was news.</returns>
    Task<bool> LearnLinkAsync(Guid id, string link, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Links that are to be revoked by now.</summary>
    Task<IReadOnlyList<LinkToRevoke>> ListLinksToRevokeAsync(DateTimeOffset at, int limit, CancellationToken cancellationToken);

    /// <summary>Telegram has revoked these links.</summary>
    Task LinksRevokedAsync(IReadOnlyList<string> links, CancellationToken cancellationToken);

    /// <summary>The link could not be revoked, and is tried again later.</summary>
    Task PostponeRevocationAsync(string link, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Somebody has asked to be let in: appends the event, and keeps that they are asked. Each update once.</summary>
    /// <param name="requested">The event.</param>
    /// <param name="person">Who has asked.</param>
    /// <param name="answerBy">Until when they may answer; at most until the invitation expires, and <see langword="null"/> for no other end.</param>
    /// <param name="cancellationToken">Cancels the recording.</param>
    Task<bool> RequestAsync(ConsentEvent requested, long person, DateTimeOffset? answerBy, CancellationToken cancellationToken);

    /// <summary>
    /// Requests that are to be declined by now. What was not answered is recorded as such before Telegram is told, so that an answer comes either before or too late.
    /// </summary>
    Task<IReadOnlyList<JoinRequestToDecline>> TakeRequestsToDeclineAsync(DateTimeOffset at, int limit, CancellationToken cancellationToken);

    /// <summary>Telegram has declined the requests of these invitations.</summary>
    Task RequestsDeclinedAsync(IReadOnlyList<Guid> invitations, CancellationToken cancellationToken);

    /// <summary>The request could not be declined, and is tried again later.</summary>
    Task PostponeDecliningAsync(Guid invitation, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Records a campaign's link that is about to be created.</summary>
    Task AddCampaignLinkAsync(CampaignLinkRow link, CancellationToken cancellationToken);

    /// <summary>Records the address of a campaign's link; <see langword="null"/> when Telegram did not create it, so that it is forgotten.</summary>
    Task<bool> CompleteCampaignLinkAsync(Guid id, string? address, CancellationToken cancellationToken);

    /// <summary>Ends a campaign's link: it is to be revoked.</summary>
    /// <returns>Whether there is such a link.</returns>
    Task<bool> EndCampaignLinkAsync(Guid id, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Counts a join by a campaign's link of the channel, each update once.</summary>
    /// <returns>Whether there is such a link.</returns>
    Task<bool> CountCampaignJoinAsync(Guid id, long channelId, int updateId, CancellationToken cancellationToken);

    /// <summary>Joins by the links of a channel, or of one campaign in it.</summary>
    Task<int> CountCampaignJoinsAsync(long channelId, string? campaign, CancellationToken cancellationToken);

    /// <summary>Counts of a channel, or of one campaign in it.</summary>
    Task<FunnelCounts> CountAsync(long channelId, string? campaign, CancellationToken cancellationToken);
}
