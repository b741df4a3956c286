namespace TelegramMarketing.Storage;

/// <summary>Keeps the events of invitations, who the subjects are, and who has opted out.</summary>
internal interface IConsentStore
{
    /// <summary>
    /// Appends the event, and moves its invitation to the state that it means. The same kind with the same update id is appended once for an invitation.
    /// </summary>
    Task<bool> AppendAsync(ConsentEvent consentEvent, CancellationToken cancellationToken);

    /// <summary>Events, oldest first.</summary>
    IAsyncEnumerable<ConsentEvent> ListAsync(EventFilter filter, CancellationToken cancellationToken);

    /// <summary>Who a subject is; <see langword="null"/> for one who is not known, or not any more.</summary>
    Task<SubjectRecord?> FindSubjectAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>The customers who are known by one of these.</summary>
    Task<IReadOnlyList<SubjectRecord>> FindSubjectsAsync(IReadOnlyList<Identity> identities, CancellationToken cancellationToken);

    /// <summary>Whether somebody who is known by one of these has opted out, of everything or of the means, whether or not they were ever invited.</summary>
    Task<bool> IsSuppressedAsync(IReadOnlyList<Identity> identities, string? transport, CancellationToken cancellationToken);

    /// <summary>
    /// Records that a customer, or a person and all customers they are known to be, wants no more invitations, with one event for each of their invitations.
    /// </summary>
    /// <returns>Whether that was news.</returns>
    Task<bool> OptOutAsync(OptOut optOut, CancellationToken cancellationToken);

    /// <summary>Several opt-outs as one unit of work: all of them or none.</summary>
    /// <returns>Whether each was news, in their order.</returns>
    Task<IReadOnlyList<bool>> OptOutAsync(IReadOnlyList<OptOut> optOuts, CancellationToken cancellationToken);

    /// <summary>Records that an address is not written to by one means, without an event of its own.</summary>
    Task SuppressAsync(OptOut optOut, CancellationToken cancellationToken);

    /// <summary>The person has unblocked the bot.</summary>
    Task UnblockAsync(long person, CancellationToken cancellationToken);

    /// <summary>
    /// Deletes who a customer is, and takes out of their events and invitations what could tell it. What stays are counts, and the keyed hashes by which they are not
    /// invited again.
    /// </summary>
    /// <returns>Whether the customer was known.</returns>
    Task<bool> EraseAsync(IReadOnlyList<Identity> identities, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Counts a join that belongs to no invitation, each update once. Nothing about the person is kept.</summary>
    Task CountUnattributedJoinAsync(long channelId, int updateId, CancellationToken cancellationToken);

    /// <summary>The joins of the channel that belong to no invitation; <see langword="null"/> while no updates are received.</summary>
    Task<int?> GetUnattributedJoinsAsync(long channelId, CancellationToken cancellationToken);

    /// <summary>What was counted of a channel since its members were counted first; <see langword="null"/> while they never were.</summary>
    Task<ChannelCounts?> GetChannelCountsAsync(long channelId, CancellationToken cancellationToken);

    /// <summary>Records how many members the channel has, unless that was recorded before.</summary>
    Task CountMembersFirstAsync(long channelId, int members, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Counts a join or a leave after the members were counted first, each update once. Nothing about the person is kept.</summary>
    Task CountMemberChangeAsync(long channelId, int updateId, bool isJoin, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Updates are received from now on, so that what doesn't come hasn't happened.</summary>
    Task MarkObservedAsync(CancellationToken cancellationToken);

    /// <summary>Keeps a wording that is shown to customers.</summary>
    Task SaveWordingAsync(string hash, string text, CancellationToken cancellationToken);

    Task<string?> FindWordingAsync(string hash, CancellationToken cancellationToken);
}
