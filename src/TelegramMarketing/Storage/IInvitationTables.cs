namespace TelegramMarketing.Storage;

/// <summary>The rows of one bot's invitations within one unit of work. A row that was found may be changed; what is added or changed is kept when the unit ends.</summary>
internal interface IInvitationTables
{
    /// <summary>Holds other units of work about the same identities back until this one has ended, where the rows are there.</summary>
    Task LockAsync(IReadOnlyList<Identity> identities);

    /// <summary>Holds other units of work that ask for it back until this one has ended.</summary>
    Task LockAllAsync();

    /// <summary>The rows that name these identities.</summary>
    Task<IReadOnlyList<IdentityRow>> FindIdentitiesAsync(IReadOnlyList<Identity> identities);

    /// <summary>All that is known of these subjects.</summary>
    Task<IReadOnlyList<IdentityRow>> IdentitiesOfAsync(IReadOnlyList<Guid> subjects);

    Task<IReadOnlyList<SuppressionRow>> FindSuppressionsAsync(IReadOnlyList<string> hashes);

    Task<IReadOnlyList<InvitationRow>> InvitationsOfAsync(IReadOnlyList<Guid> subjects);

    Task<InvitationRow?> FindAsync(Guid id);

    Task<InvitationRow?> FindByTokenAsync(string token);

    /// <summary>The invitation to the channel that this person was bound to last.</summary>
    Task<InvitationRow?> FindByPersonAsync(long channelId, long person);

    /// <summary>Invitations of a campaign that may be delivered now, oldest first.</summary>
    Task<IReadOnlyList<InvitationRow>> OpenAsync(string? campaign, long channelId, long notAfter, Guid? after, int limit);

    /// <summary>Invitations whose delivery began since, and did not fail.</summary>
    Task<int> CountDeliveriesAsync(long since);

    Task<FunnelCounts> CountAsync(long channelId, string? campaign);

    Task<bool> HasEventAsync(Guid invitation, ConsentEventKind kind, int updateId);

    /// <summary>Events after a place in the ledger, in its order.</summary>
    Task<IReadOnlyList<ConsentEventRow>> EventsAsync(EventFilter filter, long after, int limit);

    Task<WordingRow?> FindWordingAsync(string hash);

    Task<InvitationChannelRow?> FindChannelAsync(long channelId);

    Task<LinkToRevokeRow?> FindLinkToRevokeAsync(string link);

    /// <summary>Links that are to be revoked by now, the longest due first.</summary>
    Task<IReadOnlyList<LinkToRevokeRow>> LinksToRevokeAsync(long at, int limit);

    Task<JoinRequestRow?> FindJoinRequestAsync(Guid invitation);

    /// <summary>Requests that are to be declined by now, the longest due first.</summary>
    Task<IReadOnlyList<JoinRequestRow>> JoinRequestsToDeclineAsync(long at, int limit);

    Task<CampaignLinkRow?> FindCampaignLinkAsync(Guid id);

    /// <summary>Joins by the links of a channel, or of one campaign in it.</summary>
    Task<int> CountCampaignJoinsAsync(long channelId, string? campaign);

    void Add(LinkToRevokeRow row);

    void Add(JoinRequestRow row);

    void Add(CampaignLinkRow row);

    void Add(IdentityRow row);

    void Add(SuppressionRow row);

    void Add(InvitationRow row);

    void Add(ConsentEventRow row);

    void Add(WordingRow row);

    void Add(InvitationChannelRow row);

    void Remove(LinkToRevokeRow row);

    void Remove(JoinRequestRow row);

    void Remove(CampaignLinkRow row);

    void Remove(IdentityRow row);

    void Remove(SuppressionRow row);

    void Remove(InvitationRow row);

    /// <summary>Takes the secret away, so that it leads nowhere.</summary>
    void RemoveToken(InvitationRow row);

    /// <summary>Makes what was done so far visible to this unit's own questions.</summary>
    Task FlushAsync();

    /// <summary>The same, and the rows that were found so far are not changed any more: what follows in this unit need not look after them.</summary>
    Task SettleAsync();
}
