namespace TelegramMarketing.Storage;

/// <summary>
/// Keeps invitations. What is called a claim is atomic, also among processes that share the store: of concurrent calls exactly one wins.
/// </summary>
internal interface IInvitationStore
{
    /// <summary>
    /// Records the invitation unless the customer or the person has opted out, or the customer was invited to the channel. The invitation is not in the ledger before
    /// <see cref="CompleteAsync"/>; a claim that was never completed may be taken over after a while.
    /// </summary>
    /// <param name="invitation">The invitation; its subject is replaced by the customer's own where there is one.</param>
    /// <param name="customer">The customer, with the Telegram id that the host knows.</param>
    /// <param name="cancellationToken">Cancels the recording.</param>
    Task<InvitationClaim> ClaimAsync(InvitationRecord invitation, SubjectRecord customer, CancellationToken cancellationToken);

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
    Task<bool> TryBindAsync(Guid id, long person, CancellationToken cancellationToken);

    /// <summary>Claims the delivery; <see langword="false"/> when it is done, or begun.</summary>
    Task<bool> TryBeginDeliveryAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Gives a delivery back that provably did not happen.</summary>
    Task ReleaseDeliveryAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Counts of a channel, or of one campaign in it.</summary>
    Task<FunnelCounts> CountAsync(long channelId, string? campaign, CancellationToken cancellationToken);
}
