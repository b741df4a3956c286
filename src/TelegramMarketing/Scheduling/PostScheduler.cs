using System.Runtime.CompilerServices;
using TelegramMarketing.BotApi;
using TelegramMarketing.Delivery;
using TelegramMarketing.Hosting;
using TelegramMarketing.Publishing;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Scheduling;

/// <inheritdoc cref="IPostScheduler"/>
internal sealed class PostScheduler(BotContext context, BotSender sender, Outbox outbox, IPublicationStore store, IChannelPublisher publisher, IPublicationLedger ledger) : IPostScheduler
{
    private const int MostTimes = 1000;

    /// <inheritdoc/>
    public async Task<Publication> ScheduleAsync(
        ChannelAddress channel, Post post, DateTimeOffset at, QuietHours? quietHours = null, string? idempotencyKey = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(channel);
        ArgumentNullException.ThrowIfNull(post);
        IdempotencyKey.Check(idempotencyKey);
        EnsureFuture(at, nameof(at));
        using var activity = context.Clock.BeginOperation();
        var plan = await PlanAsync(post, cancellationToken).ConfigureAwait(false);
        var entry = await AddAsync(channel, post, plan, at, quietHours, idempotencyKey, cancellationToken).ConfigureAwait(false);
        outbox.Wake();
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
        var plan = await PlanAsync(post, cancellationToken).ConfigureAwait(false);
        var entries = new List<PublicationEntry>(times.Count);
        try
        {
            foreach (var time in times)
            {
                entries.Add(await AddAsync(channel, post, plan, time, quietHours, idempotencyKey: null, cancellationToken).ConfigureAwait(false));
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

        outbox.Wake();
        return entries.ConvertAll(entry => entry.Snapshot());
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
        EnsureFuture(at, nameof(at));
        var publication = await ChangeAsync(id, entry => entry.DueAt = at, cancellationToken).ConfigureAwait(false);
        outbox.Wake();
        return publication;
    }

    /// <inheritdoc/>
    public async Task<Publication> EditAsync(Guid id, Post post, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(post);
        var plan = await PlanAsync(post, cancellationToken).ConfigureAwait(false);
        return await ChangeAsync(id, entry => entry.Replace(post, plan.Messages), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task<Publication> CancelAsync(Guid id, CancellationToken cancellationToken = default) => ledger.CancelAsync(id, cancellationToken);

    private static IReadOnlyList<PlannedMessage> Silenced(IReadOnlyList<PlannedMessage> parts) => [.. parts.Select(part => part with { Silent = true })];

    private void EnsureFuture(DateTimeOffset at, string parameter)
    {
        var now = context.Clock.UtcNow;
        if (at <= now)
        {
            throw new ArgumentOutOfRangeException(parameter, at, $"The time is past (it is now {now:u}). Publish at once with IChannelPublisher, or give a time in the future.");
        }
    }

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

    private async Task<PostPlan> PlanAsync(Post post, CancellationToken cancellationToken)
    {
        var plan = await publisher.PlanAsync(post, cancellationToken).ConfigureAwait(false);
        plan.ThrowIfNotSendable();
        return plan;
    }

    private async Task<PublicationEntry> AddAsync(
        ChannelAddress channel, Post post, PostPlan plan, DateTimeOffset at, QuietHours? quietHours, string? idempotencyKey, CancellationToken cancellationToken)
    {
        var isQuiet = quietHours?.Contains(at) == true;
        var chat = await sender.GetChatAsync(ChatTarget.For(channel), cancellationToken).ConfigureAwait(false);
        var now = context.Clock.UtcNow;
        var entry = new PublicationEntry(context.Chance.NextId(now), channel, post, idempotencyKey, now)
        {
            Parts = isQuiet && quietHours!.Policy == QuietHoursPolicy.Silence ? Silenced(plan.Messages) : plan.Messages,
            DueAt = isQuiet && quietHours!.Policy == QuietHoursPolicy.Move ? quietHours.EndOf(at) : at,
        };
        if (idempotencyKey is not null)
        {
            entry.Fingerprint = await Fingerprint.OfAsync(entry.Parts).ConfigureAwait(false);
        }

        var stored = await store.AddAsync(entry, chat.Key, cancellationToken).ConfigureAwait(false);
        return stored.Fingerprint == entry.Fingerprint ? stored : throw IdempotencyKey.Conflict(idempotencyKey!, stored);
    }

    /// <summary>Changes a scheduled publication while nobody delivers it.</summary>
    private async Task<Publication> ChangeAsync(Guid id, Action<PublicationEntry> change, CancellationToken cancellationToken)
    {
        using var activity = context.Clock.BeginOperation();
        var isOurs = outbox.TryClaim(id);
        try
        {
            var entry = await store.FindAsync(id, cancellationToken).ConfigureAwait(false)
                ?? throw new InvalidOperationException($"The ledger has no publication {id}; it may be older than what the store keeps.");
            if (!isOurs || entry.State != PublicationState.Scheduled || entry.PartsDone > 0)
            {
                throw new InvalidOperationException($"Publication {id} is {(isOurs ? entry.State : PublicationState.Sending)}; only one that is Scheduled and has not begun can be changed.");
            }

            change(entry);
            await store.SaveAsync(entry, CancellationToken.None).ConfigureAwait(false);
            return entry.Snapshot();
        }
        finally
        {
            if (isOurs)
            {
                outbox.Unclaim(id);
            }
        }
    }
}
