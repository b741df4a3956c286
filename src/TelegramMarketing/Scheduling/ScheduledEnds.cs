using TelegramMarketing.Hosting;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Scheduling;

/// <summary>The ends of a post that is moved: those that count from its publication go with it, and one at a fixed time must still be possible.</summary>
internal sealed class ScheduledEnds(BotContext context, IPublicationStore store)
{
    private readonly ScheduledChanges _changes = new(context, store);

    /// <summary>Finds the ends that go with the post to another time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An end at a fixed time does not go with the post's new time.</exception>
    public async Task<IReadOnlyList<Guid>> FindAsync(Guid post, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var ends = new List<Guid>();
        await foreach (var end in store.ListAsync(PublicationState.Scheduled, cancellationToken).ConfigureAwait(false))
        {
            if (end.Target == post && end.EndsAfter is null)
            {
                EnsurePossible(end, at);
            }
            else if (end.Target == post && end.DueAt > context.Clock.UtcNow)
            {
                // One that is due already waits for the post, and is put off by whoever makes it.
                ends.Add(end.Id);
            }
        }

        return ends;
    }

    /// <summary>Moves the ends to their time after the publication of the post.</summary>
    public async Task MoveAsync(IReadOnlyList<Guid> ends, DateTimeOffset at)
    {
        foreach (var id in ends)
        {
            await _changes.ChangeAsync(
                id,
                end =>
                {
                    end.DueAt = end.EndsAfter is { } after ? at + after : end.DueAt;
                    return Task.CompletedTask;
                },
                CancellationToken.None).ConfigureAwait(false);
        }
    }

    /// <summary>As <see cref="MoveAsync"/>, for a post that goes out later: where it fails, an end is put off when it is due.</summary>
    public async Task TryMoveAsync(IReadOnlyList<Guid> ends, DateTimeOffset at)
    {
        try
        {
            await MoveAsync(ends, at).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is TelegramMarketingException or InvalidOperationException)
        {
            // The post itself is moved, which is what the caller has asked for.
        }
    }

    private void EnsurePossible(PublicationEntry end, DateTimeOffset at)
    {
        if (end.DueAt <= at)
        {
            throw new ArgumentOutOfRangeException(nameof(at), at, $"The post's end, publication {end.Id}, is at the fixed time {end.DueAt:u}, before the post would be there. Reschedule or cancel that end first, or give an earlier time.");
        }

        if (end.Action == PublicationAction.Delete && end.DueAt > at + PostEnding.LatestDeletion)
        {
            throw new ArgumentOutOfRangeException(nameof(at), at, $"The post's end, publication {end.Id}, deletes it at the fixed time {end.DueAt:u}, and Telegram lets a bot delete a message for 48 hours only (deleteMessage). Cancel that end first and give the post another one after it was moved, or give a time from {end.DueAt - PostEnding.LatestDeletion:u} on.");
        }

        if (context.Options.Ledger.KeepEndedFor is { } kept && end.DueAt > at + kept)
        {
            throw new ArgumentOutOfRangeException(nameof(at), at, $"The post's end, publication {end.Id}, is at the fixed time {end.DueAt:u}, and the ledger would forget the post at {at + kept:u} (Ledger.KeepEndedFor is {kept}). Reschedule or cancel that end first, or give a later time.");
        }
    }
}
