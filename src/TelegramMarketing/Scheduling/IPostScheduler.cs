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
    /// <param name="idempotencyKey">As for <see cref="IChannelPublisher.PublishAsync"/>: the same key schedules once.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The publication, <see cref="PublicationState.Scheduled"/>.</returns>
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
    /// <param name="cancellationToken">Gives up. What was scheduled until then is cancelled.</param>
    /// <returns>The publications, in order.</returns>
    /// <exception cref="ArgumentException">The recurrence has no end, or no time in the future, or too many.</exception>
    Task<IReadOnlyList<Publication>> ScheduleAsync(ChannelAddress channel, Post post, Recurrence recurrence, QuietHours? quietHours = null, CancellationToken cancellationToken = default);

    /// <summary>What is scheduled, in the order in which it is due.</summary>
    IAsyncEnumerable<Publication> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Moves a scheduled publication to another time.</summary>
    /// <exception cref="InvalidOperationException">It is not there, or not Scheduled any more.</exception>
    Task<Publication> RescheduleAsync(Guid id, DateTimeOffset at, CancellationToken cancellationToken = default);

    /// <summary>Replaces what a scheduled publication will publish.</summary>
    /// <exception cref="InvalidOperationException">It is not there, or not Scheduled any more.</exception>
    /// <exception cref="TelegramMarketingException">The post breaks rules.</exception>
    Task<Publication> EditAsync(Guid id, Post post, CancellationToken cancellationToken = default);

    /// <summary>Cancels a scheduled publication.</summary>
    /// <returns>The publication: Cancelled, or as it was when its send had begun.</returns>
    Task<Publication> CancelAsync(Guid id, CancellationToken cancellationToken = default);
}
