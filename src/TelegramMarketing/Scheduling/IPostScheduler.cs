namespace TelegramMarketing;

/// <summary>
/// Publishes later. A scheduled post survives a restart with a durable store (<c>UseSqlite</c>, <c>UsePostgreSql</c>); it goes out while the host runs, late
/// within the grace period when the process was down at its time, else it is Missed.
/// </summary>
public interface IPostScheduler
{
    /// <summary>Schedules a post. Its files are inspected and the rules checked now.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="post">What to publish. A stream in it is read now.</param>
    /// <param name="at">When, in the future.</param>
    /// <param name="quietHours">Hours in which subscribers are not to be disturbed; <see langword="null"/> for none.</param>
    /// <param name="idempotencyKey">As for <see cref="IChannelPublisher.PublishAsync"/>: the same key schedules once, so that a program may schedule its whole plan at every start.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The publication, <see cref="PublicationState.Scheduled"/>; where the key is known, the one that has it, as it stands, even if its time is past or it was edited since.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="at"/> is past.</exception>
    /// <exception cref="TelegramMarketingException">The post breaks rules, or the key was used for other content.</exception>
    Task<Publication> ScheduleAsync(ChannelAddress channel, Post post, DateTimeOffset at, QuietHours? quietHours = null, string? idempotencyKey = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Schedules a post that recurs, each time as a publication of its own, which can be moved, edited and cancelled by itself.
    /// </summary>
    /// <param name="channel">The channel.</param>
    /// <param name="post">What to publish each time.</param>
    /// <param name="recurrence">When. It must have an end: <see cref="Recurrence.Times"/> or <see cref="Recurrence.Until"/>, and at most 1,000 times.</param>
    /// <param name="quietHours">Hours in which subscribers are not to be disturbed; <see langword="null"/> for none.</param>
    /// <param name="idempotencyKey">
    /// The same key schedules each time once, so that a program may schedule at every start. It needs a recurrence whose times do not depend on the moment of the call: one with
    /// <see cref="Recurrence.Until"/>, or with <see cref="Recurrence.From"/> and <see cref="Recurrence.Times"/>. At most 107 characters: each publication has it with its time after it.
    /// A recurrence that goes on for longer adds its times. One that no longer has a time that is scheduled under the key is refused, since the times of both would go out: cancel those first, or use another key.
    /// </param>
    /// <param name="cancellationToken">Gives up, and leaves what any other failure leaves: with a key what was scheduled stays, and the next call with the key completes it; without one it is cancelled, as far as the store can be reached.</param>
    /// <returns>The publications, in order; with a key also those of earlier calls, as they stand.</returns>
    /// <exception cref="ArgumentException">The recurrence has no end, or no time in the future, or too many, or does not go with a key.</exception>
    /// <exception cref="TelegramMarketingException">The post breaks rules, or the key was used for other content or other times.</exception>
    Task<IReadOnlyList<Publication>> ScheduleAsync(
        ChannelAddress channel, Post post, Recurrence recurrence, QuietHours? quietHours = null, string? idempotencyKey = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Schedules the end of a post, such as a promotion: it is deleted, or made to say that the offer has ended. The end is a publication of its own in the list
    /// (<see cref="Publication.Action"/>, <see cref="Publication.Target"/>), which can be moved, edited and cancelled by its id, and survives a restart as the post does.
    /// </summary>
    /// <param name="publication">The post's publication, Scheduled or Published. A post that never goes out is not ended; one that goes out late ends as much later.</param>
    /// <param name="ending">How and when it ends.</param>
    /// <param name="cancellationToken">Gives up; nothing is scheduled.</param>
    /// <returns>
    /// The end, <see cref="PublicationState.Scheduled"/>. It is made however late it is, at once if the post was there for so long already, and tried until the grace period after its first try is over. The same end of the same post is scheduled once, so that a
    /// program may end its offers at every start: it is given back as it stands, even if it was edited, moved, made or cancelled since.
    /// </returns>
    /// <exception cref="InvalidOperationException">There is no such publication, or it has ended unpublished, or is itself an end.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The end is at a time that is past, or before the post, or later than the store keeps the post (<see cref="LedgerOptions.KeepEndedFor"/>), or later than Telegram deletes.</exception>
    /// <exception cref="TelegramMarketingException">The replacement breaks rules or takes more than one message, or the post itself does and can only be deleted.</exception>
    Task<Publication> EndAsync(Guid publication, PostEnding ending, CancellationToken cancellationToken = default);

    /// <summary>What is scheduled, posts and their ends, in the order in which it is due.</summary>
    IAsyncEnumerable<Publication> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Moves a scheduled publication to another time. The ends of a post that count from its publication go with it; the end of a post that is itself moved is from then on at a fixed time.</summary>
    /// <remarks>When it fails the publication stays as it was, unless the store has recorded the change and its answer was lost.</remarks>
    /// <exception cref="InvalidOperationException">It is not there, or not Scheduled any more.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The time is past, or later than Telegram deletes the post, or an end of the post at a fixed time is before it or too long after it; the message names that end.</exception>
    /// <exception cref="TelegramMarketingException">The store cannot be reached, or another process has changed the publication meanwhile.</exception>
    Task<Publication> RescheduleAsync(Guid id, DateTimeOffset at, CancellationToken cancellationToken = default);

    /// <summary>Replaces what a scheduled publication will publish, or what the end of a post will make of it.</summary>
    /// <remarks>When it fails the publication stays as it was, unless the store has recorded the change and its answer was lost.</remarks>
    /// <exception cref="InvalidOperationException">It is not there, or not Scheduled any more.</exception>
    /// <exception cref="TelegramMarketingException">The post breaks rules, or the store cannot be reached, or another process has changed the publication meanwhile.</exception>
    Task<Publication> EditAsync(Guid id, Post post, CancellationToken cancellationToken = default);

    /// <summary>Cancels a scheduled publication.</summary>
    /// <returns>The publication: Cancelled, or as it was when its send had begun.</returns>
    Task<Publication> CancelAsync(Guid id, CancellationToken cancellationToken = default);
}
