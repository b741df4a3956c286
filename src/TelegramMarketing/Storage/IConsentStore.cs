using TelegramMarketing.Invitations;

namespace TelegramMarketing.Storage;

/// <summary>Keeps the events of invitations, who the subjects are, and who has opted out.</summary>
internal interface IConsentStore
{
    /// <summary>
    /// Appends the event, and moves its invitation to the state that it means. The same kind with the same update id is appended once for an invitation.
    /// </summary>
    Task<bool> AppendAsync(ConsentEvent consentEvent, CancellationToken cancellationToken);

    IAsyncEnumerable<ConsentEvent> ListAsync(Guid? invitation, CancellationToken cancellationToken);

    IAsyncEnumerable<ConsentEvent> ListForSubjectAsync(Guid subject, CancellationToken cancellationToken);

    Task<SubjectRecord?> FindSubjectAsync(Guid id, CancellationToken cancellationToken);

    Task<SubjectRecord?> FindSubjectAsync(CustomerId customer, CancellationToken cancellationToken);

    /// <summary>
    /// Records that a customer, or a person and all customers they are known to be, wants no more invitations, with one event for each of their invitations.
    /// </summary>
    /// <returns>Whether that was news.</returns>
    Task<bool> OptOutAsync(OptOut optOut, CancellationToken cancellationToken);

    /// <summary>Whether the person may be written to by Telegram: has neither opted out nor blocked the bot.</summary>
    Task<bool> IsReachableAsync(long person, CancellationToken cancellationToken);

    /// <summary>Records that the person has blocked the bot: an opt-out of Telegram, with one event for each of their invitations.</summary>
    Task BlockAsync(long person, DateTimeOffset at, ConsentEvidence evidence, CancellationToken cancellationToken);

    /// <summary>The person has unblocked the bot.</summary>
    Task UnblockAsync(long person, CancellationToken cancellationToken);

    /// <summary>Counts a join that belongs to no invitation. Nothing about the person is kept.</summary>
    Task CountUnattributedJoinAsync(long channelId, CancellationToken cancellationToken);

    /// <summary>The joins of the channel that belong to no invitation; <see langword="null"/> while no updates are received.</summary>
    Task<int?> GetUnattributedJoinsAsync(long channelId, CancellationToken cancellationToken);

    /// <summary>Updates are received from now on, so that what doesn't come hasn't happened.</summary>
    Task MarkObservedAsync(CancellationToken cancellationToken);
}
