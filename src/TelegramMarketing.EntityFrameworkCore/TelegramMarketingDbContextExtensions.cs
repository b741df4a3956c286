using Microsoft.EntityFrameworkCore;
using TelegramMarketing.EntityFrameworkCore;
using TelegramMarketing.Scheduling;
using TelegramMarketing.Storage;

namespace TelegramMarketing;

/// <summary>Schedules posts in the transaction of the business change that caused them.</summary>
public static class TelegramMarketingDbContextExtensions
{
    /// <summary>
    /// Schedules a post as <see cref="IPostScheduler.ScheduleAsync(ChannelAddress, Post, DateTimeOffset, QuietHours?, string?, CancellationToken)"/> does, but
    /// only tracks it: it is scheduled when the host's own <c>SaveChanges</c> commits, together with what else that saves, or not at all.
    /// </summary>
    /// <param name="db">A context of the type that the bot was given with <c>UseDbContext</c>.</param>
    /// <param name="scheduler">The bot's scheduler, as it is injected.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="post">What to publish. Its files are inspected now, and a stream in it is read into memory until it is saved; hand over large files by their paths.</param>
    /// <param name="at">When, in the future. The sender looks once a second, so that a post that is committed after its time goes out late, within the grace period.</param>
    /// <param name="quietHours">Hours in which subscribers are not to be disturbed; <see langword="null"/> for none.</param>
    /// <param name="idempotencyKey">
    /// The same key for the same bot and channel schedules once: the publication that has it, committed or tracked, is returned, and nothing more is tracked. Where another context takes it
    /// meanwhile, <c>SaveChanges</c> fails with <see cref="DbUpdateException"/> and saves nothing. At most 128 characters.
    /// </param>
    /// <param name="cancellationToken">Gives up; nothing is tracked.</param>
    /// <returns>The publication, <see cref="PublicationState.Scheduled"/>: its id finds it in the ledger once it is committed.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="at"/> is past.</exception>
    /// <exception cref="ArgumentException"><paramref name="scheduler"/> is a double of the host's own, which has no bot behind it; or the key is blank or too long.</exception>
    /// <exception cref="InvalidOperationException">The bot keeps its state elsewhere than in this context, so that the post would never go out.</exception>
    /// <exception cref="TelegramMarketingException">The post breaks rules, all of which are told; or the key was used for other content.</exception>
    public static async Task<Publication> SchedulePostAsync(
        this DbContext db,
        IPostScheduler scheduler,
        ChannelAddress channel,
        Post post,
        DateTimeOffset at,
        QuietHours? quietHours = null,
        string? idempotencyKey = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(scheduler);
        if (scheduler is not PostScheduler { Preparation: var preparation, Store: var store })
        {
            throw new ArgumentException($"{scheduler.GetType().Name} has no bot behind it. Hand over the IPostScheduler that AddTelegramMarketing registers; in a test, with UseInMemoryTelegram.", nameof(scheduler));
        }

        EnsureKeptIn(db, store);
        using var activity = preparation.Context.Clock.BeginOperation();
        var prepared = await preparation.PrepareAsync(channel, post, at, quietHours, idempotencyKey, cancellationToken).ConfigureAwait(false);
        return await TrackedPublication.AddAsync(db, preparation.Context.Name, prepared, () => preparation.EnsureFuture(at, nameof(at)), cancellationToken).ConfigureAwait(false);
    }

    private static void EnsureKeptIn(DbContext db, IPublicationStore store)
    {
        var context = db.GetType().Name;
        if (store is not PublicationStore durable || !durable.IsBehind(db))
        {
            throw new InvalidOperationException($"The bot keeps its state elsewhere than in {context}, so that the post would never go out. Register the bot with UseDbContext<{context}>().");
        }

        if (db.Model.FindEntityType(typeof(PublicationRow)) is null)
        {
            throw new InvalidOperationException($"{context} has no tables for TelegramMarketing. Call modelBuilder.AddTelegramMarketing() in its OnModelCreating, and add a migration.");
        }
    }
}
