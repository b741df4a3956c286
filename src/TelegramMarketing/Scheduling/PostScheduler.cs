using System.Runtime.CompilerServices;
using TelegramMarketing.Delivery;
using TelegramMarketing.Hosting;
using TelegramMarketing.Publishing;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Scheduling;

/// <inheritdoc cref="IPostScheduler"/>
internal sealed class PostScheduler(BotContext context, PostPreparation preparation, DueWatch due, IPublicationStore store, IPublicationLedger ledger) : IPostScheduler
{
    private readonly EndingRules _endings = new(context, preparation);
    private readonly Occurrences _occurrences = new(context.Clock);
    private readonly ScheduledOccurrences _scheduled = new(context, preparation, store);
    private readonly ScheduledChanges _changes = new(context, store);
    private readonly ScheduledEnds _ends = new(context, store);

    /// <summary>What is recorded, for whoever records it in a transaction of the host's own.</summary>
    public PostPreparation Preparation => preparation;

    /// <summary>Where it is recorded.</summary>
    public IPublicationStore Store => store;

    /// <inheritdoc/>
    public async Task<Publication> ScheduleAsync(
        ChannelAddress channel, Post post, DateTimeOffset at, QuietHours? quietHours = null, string? idempotencyKey = null, CancellationToken cancellationToken = default)
    {
        if (idempotencyKey is null)
        {
            preparation.EnsureFuture(at, nameof(at));
        }

        using var activity = context.Clock.BeginOperation();
        var prepared = await preparation.PrepareAsync(channel, post, at, quietHours, idempotencyKey, cancellationToken).ConfigureAwait(false);
        if (await FindKnownAsync(prepared, cancellationToken).ConfigureAwait(false) is { } known)
        {
            return known.Snapshot();
        }

        preparation.EnsureFuture(at, nameof(at));
        var entry = await AddAsync(prepared, cancellationToken).ConfigureAwait(false);
        due.Wake();
        return entry.Snapshot();
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Publication>> ScheduleAsync(
        ChannelAddress channel, Post post, Recurrence recurrence, QuietHours? quietHours = null, string? idempotencyKey = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(channel);
        ArgumentNullException.ThrowIfNull(post);
        ArgumentNullException.ThrowIfNull(recurrence);
        var times = _occurrences.Of(recurrence, idempotencyKey);
        using var activity = context.Clock.BeginOperation();
        var plan = await preparation.PlanAsync(post, cancellationToken).ConfigureAwait(false);
        if (idempotencyKey is not null)
        {
            await _scheduled.EnsureKeptAsync(channel, recurrence, times, idempotencyKey, cancellationToken).ConfigureAwait(false);
        }

        var publications = new List<Publication>(times.Count);
        var added = new List<Guid>(times.Count);
        try
        {
            foreach (var time in times)
            {
                var key = idempotencyKey is null ? null : Occurrences.KeyOf(idempotencyKey, time);
                var prepared = await preparation.PrepareAsync(channel, post, plan, time, quietHours, key, cancellationToken).ConfigureAwait(false);
                if (await FindKnownAsync(prepared, cancellationToken).ConfigureAwait(false) is { } known)
                {
                    publications.Add(known.Snapshot());
                }
                else if (time > context.Clock.UtcNow)
                {
                    // Before it is recorded: a store that fails may have it all the same.
                    added.Add(prepared.Entry.Id);
                    publications.Add((await AddAsync(prepared, cancellationToken).ConfigureAwait(false)).Snapshot());
                }
            }
        }
        catch
        {
            if (idempotencyKey is null)
            {
                await UndoAsync(added).ConfigureAwait(false);
            }
            else
            {
                // What is there stays: cancelled, it would keep its key, and never go out.
                due.Wake();
            }

            throw;
        }

        due.Wake();
        return publications;
    }

    /// <inheritdoc/>
    public async Task<Publication> EndAsync(Guid publication, PostEnding ending, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ending);
        using var activity = context.Clock.BeginOperation();
        var target = await store.GetAsync(publication, cancellationToken).ConfigureAwait(false);
        var prepared = await _endings.PrepareAsync(target, ending, cancellationToken).ConfigureAwait(false);
        if (await store.FindByKeyAsync(prepared.ChatKey, prepared.Entry.IdempotencyKey!, cancellationToken).ConfigureAwait(false) is { } known)
        {
            return known.Snapshot();
        }

        _endings.EnsurePossible(target, prepared.Entry);
        var stored = await store.AddAsync(prepared.Entry, prepared.ChatKey, cancellationToken).ConfigureAwait(false);
        due.Wake();
        return stored.Snapshot();
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Publication> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var entry in store.ListAsync(PublicationState.Scheduled, cancellationToken).ConfigureAwait(false))
        {
            yield return entry.Snapshot();
        }
    }

    /// <inheritdoc/>
    public async Task<Publication> RescheduleAsync(Guid id, DateTimeOffset at, CancellationToken cancellationToken = default)
    {
        preparation.EnsureFuture(at, nameof(at));
        IReadOnlyList<Guid> later = [];
        var publication = await _changes.ChangeAsync(
            id,
            async entry =>
            {
                if (entry.Target is { } target)
                {
                    _endings.EnsureTime(await store.GetAsync(target, cancellationToken).ConfigureAwait(false), entry.Action, at);
                }
                else
                {
                    // An end that comes too early is put off when it is due, one that comes too late is not: whatever fails in between leaves none of those.
                    var ends = await _ends.FindAsync(id, at, cancellationToken).ConfigureAwait(false);
                    await _ends.MoveAsync(at < entry.DueAt ? ends : [], at).ConfigureAwait(false);
                    later = at < entry.DueAt ? [] : ends;
                }

                (entry.DueAt, entry.EndsAfter) = (at, null);
            },
            cancellationToken).ConfigureAwait(false);
        await _ends.TryMoveAsync(later, at).ConfigureAwait(false);
        due.Wake();
        return publication;
    }

    /// <inheritdoc/>
    public async Task<Publication> EditAsync(Guid id, Post post, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(post);
        var plan = await preparation.PlanAsync(post, cancellationToken).ConfigureAwait(false);
        return await _changes.ChangeAsync(
            id,
            entry =>
            {
                if (entry.Action == PublicationAction.Delete)
                {
                    throw new InvalidOperationException($"Publication {id} deletes a post, and there is nothing to edit. Cancel it, and end the post with ExpireTo.");
                }

                var parts = entry.Action == PublicationAction.Edit ? [plan.OnlyMessage()] : plan.Messages;
                parts = entry.Parts is [{ QuietHours: { } quietHours }, ..] ? PostPreparation.Within(quietHours, parts) : parts;
                if (entry.Stored is not null)
                {
                    _ = StoredParts.Write(parts, context.Name); // refuses what is too long to be kept
                }

                entry.Replace(post, parts);
                return Task.CompletedTask;
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task<Publication> CancelAsync(Guid id, CancellationToken cancellationToken = default) => ledger.CancelAsync(id, cancellationToken);

    /// <summary>The publication that has the key already.</summary>
    private async ValueTask<PublicationEntry?> FindKnownAsync(PreparedPost prepared, CancellationToken cancellationToken)
    {
        if (prepared.Entry.IdempotencyKey is not { } key || await store.FindByKeyAsync(prepared.ChatKey, key, cancellationToken).ConfigureAwait(false) is not { } known)
        {
            return null;
        }

        IdempotencyKey.EnsureSame(prepared.Entry, known);
        return known;
    }

    private async Task<PublicationEntry> AddAsync(PreparedPost prepared, CancellationToken cancellationToken)
    {
        var stored = await store.AddAsync(prepared.Entry, prepared.ChatKey, cancellationToken).ConfigureAwait(false);
        IdempotencyKey.EnsureSame(prepared.Entry, stored);
        return stored;
    }

    /// <summary>Cancels what a call that has failed had scheduled, as far as the store lets it: the caller will schedule it again.</summary>
    private async Task UndoAsync(List<Guid> added)
    {
        foreach (var id in added)
        {
            try
            {
                await ledger.CancelAsync(id, CancellationToken.None).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is TelegramMarketingException or InvalidOperationException)
            {
                // The caller is told what came first. The others are undone all the same.
            }
        }
    }
}
