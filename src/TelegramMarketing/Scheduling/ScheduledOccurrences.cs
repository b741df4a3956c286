using TelegramMarketing.Hosting;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Scheduling;

/// <summary>What a recurring post's key has scheduled before.</summary>
internal sealed class ScheduledOccurrences(BotContext context, PostPreparation preparation, IPublicationStore store)
{
    /// <summary>Makes sure that the recurrence is the one that the key was used for, or goes on after it: with another one, the times of both would go out.</summary>
    /// <exception cref="TelegramMarketingException"><see cref="TelegramMarketingError.IdempotencyConflict"/>: a time that the recurrence does not have is scheduled.</exception>
    public async Task EnsureKeptAsync(ChannelAddress channel, Recurrence recurrence, IReadOnlyCollection<DateTimeOffset> times, string idempotencyKey, CancellationToken cancellationToken)
    {
        string? chatKey = null;
        var kept = times.ToHashSet();
        await foreach (var entry in store.ListAsync(PublicationState.Scheduled, cancellationToken).ConfigureAwait(false))
        {
            if (Occurrences.TimeOf(idempotencyKey, entry.IdempotencyKey) is not { } time || kept.Contains(time) || time <= context.Clock.UtcNow || entry.State != PublicationState.Scheduled)
            {
                continue;
            }

            chatKey ??= await preparation.ChatKeyOfAsync(channel, cancellationToken).ConfigureAwait(false);
            if (await preparation.ChatKeyOfAsync(entry.Channel, cancellationToken).ConfigureAwait(false) == chatKey)
            {
                throw new TelegramMarketingException(
                    TelegramMarketingError.IdempotencyConflict,
                    $"The idempotency key \"{idempotencyKey}\" was used in {channel} for another recurrence: publication {entry.Id} is scheduled for {time:u}, which {recurrence} does not have. "
                    + "Cancel what is scheduled at other times first, or use another key.")
                {
                    PublicationId = entry.Id,
                };
            }
        }
    }
}
