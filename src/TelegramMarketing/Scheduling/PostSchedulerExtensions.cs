namespace TelegramMarketing;

/// <summary>Shorter ways to call <see cref="IPostScheduler"/>.</summary>
public static class PostSchedulerExtensions
{
    /// <inheritdoc cref="IPostScheduler.ScheduleAsync(ChannelAddress, Post, DateTimeOffset, QuietHours?, string?, CancellationToken)"/>
    /// <exception cref="FormatException"><paramref name="channel"/> is no channel address.</exception>
    public static Task<Publication> ScheduleAsync(
        this IPostScheduler scheduler, string channel, Post post, DateTimeOffset at, QuietHours? quietHours = null, string? idempotencyKey = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scheduler);
        return scheduler.ScheduleAsync(ChannelAddress.Parse(channel), post, at, quietHours, idempotencyKey, cancellationToken);
    }

    /// <inheritdoc cref="IPostScheduler.ScheduleAsync(ChannelAddress, Post, Recurrence, QuietHours?, string?, CancellationToken)"/>
    /// <exception cref="FormatException"><paramref name="channel"/> is no channel address.</exception>
    public static Task<IReadOnlyList<Publication>> ScheduleAsync(
        this IPostScheduler scheduler, string channel, Post post, Recurrence recurrence, QuietHours? quietHours = null, string? idempotencyKey = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scheduler);
        return scheduler.ScheduleAsync(ChannelAddress.Parse(channel), post, recurrence, quietHours, idempotencyKey, cancellationToken);
    }
}
