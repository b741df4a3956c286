using System.Runtime.CompilerServices;
using TelegramMarketing.Delivery;
using TelegramMarketing.Hosting;
using TelegramMarketing.Publishing;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Scheduling;

/// <inheritdoc cref="IPostScheduler"/>
internal sealed class PostScheduler(BotContext context, PostPreparation preparation, DueWatch due, IPublicationStore store, IPublicationLedger ledger) : IPostScheduler
{
    private const int MostTimes = 1000;
    private readonly EndingRules _endings = new(context, preparation);

    /// <summary>What is recorded, for whoever records it in a transaction of the host's own.</summary>
    public PostPreparation Preparation => preparation;

    /// <summary>Where it is recorded.</summary>
    public IPublicationStore Store => store;

    /// <inheritdoc/>
    public async Task<Publication> ScheduleAsync(
        ChannelAddress channel, Post post, DateTimeOffset at, QuietHours? quietHours = null, string? idempotencyKey = null, CancellationToken cancellationToken = default)
    {
        using var activity = context.Clock.BeginOperation();
        var prepared = await preparation.PrepareAsync(channel, post, at, quietHours, idempotencyKey, cancellationToken).ConfigureAwait(false);
        var entry = await AddAsync(prepared, cancellationToken).ConfigureAwait(false);
        due.Wake();
        return entry.Snapshot();
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Publication>> ScheduleAsync(
        ChannelAddress channel, Post post, Recurrence recurrence, QuietHours? quietHours = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(channel);
        ArgumentNullException.ThrowIfNull(post);
        ArgumentNullException.ThrowIfNull(recurrence);
        var times = TimesOf(recurrence);
        using var activity = context.Clock.BeginOperation();
        var plan = await preparation.PlanAsync(post, cancellationToken).ConfigureAwait(false);
        var entries = new List<PublicationEntry>(times.Count);
        try
        {
            foreach (var time in times)
            {
                var prepared = await preparation.PrepareAsync(channel, post, plan, time, quietHours, idempotencyKey: null, cancellationToken).ConfigureAwait(false);
                entries.Add(await AddAsync(prepared, cancellationToken).ConfigureAwait(false));
            }
        }
        catch (OperationCanceledException)
        {
            foreach (var entry in entries)
            {
                await ledger.CancelAsync(entry.Id, CancellationToken.None).ConfigureAwait(false);
            }

            throw;
        }

        due.Wake();
        return entries.ConvertAll(entry => entry.Snapshot());
    }

    /// <inheritdoc/>
    public async Task<Publication> EndAsync(Guid publication, PostEnding ending, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ending);
        using var activity = context.Clock.BeginOperation();
        var target = await store.GetAsync(publication, cancellationToken).ConfigureAwait(false);
        var entry = await _endings.PrepareAsync(target, ending, cancellationToken).ConfigureAwait(false);
        var chatKey = await preparation.ChatKeyOfAsync(target.Channel, cancellationToken).ConfigureAwait(false);
        await store.AddAsync(entry, chatKey, cancellationToken).ConfigureAwait(false);
        due.Wake();
        return entry.Snapshot();
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
        var publication = await ChangeAsync(
            id,
            async entry =>
            {
                if (entry.Target is { } target)
                {
                    _endings.EnsureTime(await store.GetAsync(target, cancellationToken).ConfigureAwait(false), entry.Action, at);
                }

                (entry.DueAt, entry.EndsAfter) = (at, null);
            },
            cancellationToken).ConfigureAwait(false);
        due.Wake();
        return publication;
    }

    /// <inheritdoc/>
    public async Task<Publication> EditAsync(Guid id, Post post, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(post);
        var plan = await preparation.PlanAsync(post, cancellationToken).ConfigureAwait(false);
        return await ChangeAsync(
            id,
            entry =>
            {
                if (entry.Action == PublicationAction.Delete)
                {
                    throw new InvalidOperationException($"Publication {id} deletes a post, and there is nothing to edit. Cancel it, and end the post with ExpireTo.");
                }

                entry.Replace(post, entry.Action == PublicationAction.Edit ? [plan.OnlyMessage()] : plan.Messages);
                return Task.CompletedTask;
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task<Publication> CancelAsync(Guid id, CancellationToken cancellationToken = default) => ledger.CancelAsync(id, cancellationToken);

    private List<DateTimeOffset> TimesOf(Recurrence recurrence)
    {
        if (recurrence.Times is null && recurrence.Until is null)
        {
            throw new ArgumentException($"The recurrence {recurrence} has no end. Set Times or Until.", nameof(recurrence));
        }

        var times = recurrence.After(context.Clock.UtcNow).Take(MostTimes + 1).ToList();
        return times.Count switch
        {
            0 => throw new ArgumentException($"The recurrence {recurrence} has no time in the future before its end, {recurrence.Until:u}. Set a later one.", nameof(recurrence)),
            > MostTimes => throw new ArgumentException($"The recurrence {recurrence} has more than {MostTimes} times. Set fewer Times or an earlier Until.", nameof(recurrence)),
            _ => times,
        };
    }

    private async Task<PublicationEntry> AddAsync(PreparedPost prepared, CancellationToken cancellationToken)
    {
        var stored = await store.AddAsync(prepared.Entry, prepared.ChatKey, cancellationToken).ConfigureAwait(false);
        IdempotencyKey.EnsureSame(prepared.Entry, stored);
        return stored;
    }

    /// <summary>Changes a scheduled publication while nobody delivers it.</summary>
    private async Task<Publication> ChangeAsync(Guid id, Func<PublicationEntry, Task> change, CancellationToken cancellationToken)
    {
        using var activity = context.Clock.BeginOperation();
        var entry = await store.GetAsync(id, cancellationToken).ConfigureAwait(false);
        var isOurs = entry.TryClaim();
        try
        {
            if (!isOurs || entry.State != PublicationState.Scheduled || entry.PartsDone > 0)
            {
                throw new InvalidOperationException($"Publication {id} is {(isOurs ? entry.State : PublicationState.Sending)}; only one that is Scheduled and has not begun can be changed.");
            }

            await change(entry).ConfigureAwait(false);
            await store.SaveAsync(entry, CancellationToken.None).ConfigureAwait(false);
            return entry.Snapshot();
        }
        finally
        {
            if (isOurs)
            {
                entry.Unclaim();
            }
        }
    }
}
