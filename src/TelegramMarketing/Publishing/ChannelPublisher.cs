using System.Diagnostics;
using TelegramMarketing.BotApi;
using TelegramMarketing.Delivery;
using TelegramMarketing.Diagnostics;
using TelegramMarketing.Hosting;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Publishing;

/// <inheritdoc cref="IChannelPublisher"/>
internal sealed class ChannelPublisher(BotContext context, MessageEditor editor, BotSender sender, Outbox outbox, IPublicationStore store) : IChannelPublisher
{
    private const string CloudHost = "api.telegram.org";
    private readonly Lock _lock = new();
    private readonly UploadLimits _uploadLimits = context.Options.ApiAddress.Host == CloudHost ? UploadLimits.Cloud : UploadLimits.LocalServer;
    private readonly Dictionary<(ChatState Chat, string Key), SharedPublication> _underWay = [];

    /// <inheritdoc/>
    public async Task<Publication> PublishAsync(ChannelAddress channel, Post post, string? idempotencyKey = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(channel);
        ArgumentNullException.ThrowIfNull(post);
        IdempotencyKey.Check(idempotencyKey);
        cancellationToken.ThrowIfCancellationRequested();

        using var activity = context.Clock.BeginOperation();
        using var span = context.Telemetry.StartPublish(channel, post.Kind);
        var chat = await sender.GetChatAsync(ChatTarget.For(channel), cancellationToken).ConfigureAwait(false);

        // The place in the queue is taken before the files are looked at, so that posts keep their order of arrival.
        var turn = chat.Turns.Enter();
        var isHandedOver = false;
        try
        {
            var plan = await MediaInspection.PlanAsync(post, _uploadLimits, cancellationToken).ConfigureAwait(false);
            plan.ThrowIfNotSendable();
            span.Planned(plan.Messages.Count);
            var now = context.Clock.UtcNow;
            var entry = new PublicationEntry(context.Chance.NextId(now), channel, post, idempotencyKey, now) { Parts = plan.Messages };
            if (idempotencyKey is not null)
            {
                var (shared, waiter) = await ShareAsync(chat, turn, entry, idempotencyKey, cancellationToken).ConfigureAwait(false);

                // Others may await the same publication: it keeps its turn even if this caller gives up.
                isHandedOver = ReferenceEquals(shared.Entry, entry);
                if (!isHandedOver)
                {
                    turn.Dispose();
                }

                await shared.WaitAsync(waiter, cancellationToken).ConfigureAwait(false);
                return Conclude(shared.Stored ?? shared.Entry, span);
            }

            await AddClaimedAsync(entry, chat, cancellationToken).ConfigureAwait(false);
            await outbox.DeliverAsync(chat, turn, entry, cancellationToken).ConfigureAwait(false);
            return Conclude(entry, span);
        }
        catch (Exception exception) when (span.Failed(exception))
        {
            throw;
        }
        finally
        {
            if (!isHandedOver)
            {
                turn.Dispose();
            }
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ChannelOutcome>> PublishToAsync(IReadOnlyCollection<ChannelAddress> channels, Post post, string? idempotencyKey = null, CancellationToken cancellationToken = default)
    {
        using var activity = context.Clock.BeginOperation();
        return await ManyChannels.PublishAsync(this, channels, post, idempotencyKey, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task<PostPlan> PlanAsync(Post post, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(post);
        return MediaInspection.PlanAsync(post, _uploadLimits, cancellationToken).AsTask();
    }

    /// <inheritdoc/>
    public async Task EditAsync(PostReference message, Post post, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(post);
        using var activity = context.Clock.BeginOperation();
        var content = await PlanEditAsync(post, cancellationToken).ConfigureAwait(false);
        await editor.EditAsync(ChatTarget.For(message.Channel), message.MessageId, content, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task DeleteAsync(PostReference message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        await editor.DeleteAsync(ChatTarget.For(message.Channel), message.MessageId, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task PinAsync(PostReference message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        await sender.CallAsync(EditRequests.Pin(ChatTarget.For(message.Channel), message.MessageId), repeatable: true, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task UnpinAsync(PostReference message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        await sender.CallAsync(EditRequests.Unpin(ChatTarget.For(message.Channel), message.MessageId), repeatable: true, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Records a new publication as this call's own to deliver, before anybody can find it in the store.</summary>
    private ValueTask AddClaimedAsync(PublicationEntry entry, ChatState chat, CancellationToken cancellationToken)
    {
        entry.TryClaim();
        var adding = store.AddAsync(entry, chat.Key, cancellationToken);
        return adding.IsCompletedSuccessfully ? ValueTask.CompletedTask : new(AwaitAddedAsync(adding, entry));
    }

    private static async Task AwaitAddedAsync(ValueTask<PublicationEntry> adding, PublicationEntry entry)
    {
        try
        {
            await adding.ConfigureAwait(false);
        }
        catch
        {
            // If it is there all the same, then for whoever finds it.
            entry.Unclaim();
            throw;
        }
    }

    private static Publication Conclude(PublicationEntry entry, Activity? span)
    {
        span.Concluded(entry);
        var publication = entry.Snapshot();
        if (publication.State == PublicationState.Published)
        {
            return publication;
        }

        var reason = publication.LastError ?? "";
        var message = publication.State switch
        {
            PublicationState.Held => $"{reason} The post to {publication.Channel} is held as publication {publication.Id}: it goes out when the cause has passed, or is Missed after the grace period. Do not publish it again.",
            PublicationState.Unknown => $"{reason} It is recorded as publication {publication.Id} and looked for in {publication.Channel}: found, it becomes Published; proved absent, it is sent again; else it stays Unknown until it is settled in the ledger. Do not publish it again.",
            PublicationState.Missed => $"The post to {publication.Channel} could not go out within the grace period: {reason}",
            _ => reason,
        };
        throw new TelegramMarketingException(entry.Error, message) { PublicationId = entry.EqualTo ?? publication.Id };
    }

    /// <summary>Joins the publication by this key that is under way, or begins one, which then owns the turn.</summary>
    private async Task<(SharedPublication Publication, Time.Gate<bool> Waiter)> ShareAsync(
        ChatState chat, TurnQueue.Turn turn, PublicationEntry entry, string key, CancellationToken cancellationToken)
    {
        entry.Fingerprint = await Fingerprint.OfAsync(entry.Parts!).ConfigureAwait(false);
        while (true)
        {
            SharedPublication? shared;
            Time.Gate<bool> waiter;
            lock (_lock)
            {
                if (!_underWay.TryGetValue((chat, key), out shared))
                {
                    shared = new SharedPublication(entry, context.Clock);
                    shared.TryJoin(out waiter);
                    _underWay.Add((chat, key), shared);
                    shared.Run = RunSharedAsync(shared, chat, turn, key);
                }
                else
                {
                    IdempotencyKey.EnsureSame(entry, shared.Entry);
                    if (!shared.TryJoin(out waiter))
                    {
                        shared = null;
                    }
                }
            }

            if (shared is not null)
            {
                return (shared, waiter);
            }

            // Everyone before has given up just now: let that end, then begin anew.
            await context.Clock.DelayAsync(TimeSpan.FromMilliseconds(10), cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task RunSharedAsync(SharedPublication shared, ChatState chat, TurnQueue.Turn turn, string key)
    {
        using var activity = context.Clock.Begin();

        // Leaves the lock behind.
        await Task.Yield();
        Exception? failure = null;
        try
        {
            shared.Stored = await FindOrAddAsync(shared.Entry, chat).ConfigureAwait(false);
            if (MayBeSent(shared.Stored) && shared.Stored.TryClaim())
            {
                await BeginAsync(shared.Stored, shared.Entry).ConfigureAwait(false);
                await outbox.DeliverAsync(chat, turn, shared.Stored, shared.AllGaveUp).ConfigureAwait(false);
            }
            else
            {
                // Somebody else is at it, or it has come to rest.
                turn.Dispose();
                await outbox.AwaitAsync(shared.Stored, shared.AllGaveUp).ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            failure = exception;
        }
        finally
        {
            turn.Dispose();
            lock (_lock)
            {
                _underWay.Remove((chat, key));
            }

            shared.End(failure);
        }
    }

    /// <summary>The claimed publication of a key is to go out: again, if it had ended without being published, and for every process that shares the store.</summary>
    private async Task BeginAsync(PublicationEntry stored, PublicationEntry asked)
    {
        try
        {
            stored.Parts ??= asked.Parts;
            if (stored.HasEnded && MayBeSent(stored))
            {
                stored.BeginAgain(context.Clock.UtcNow);
                await store.SaveAsync(stored, CancellationToken.None).ConfigureAwait(false);
            }
        }
        catch
        {
            stored.Unclaim();
            throw;
        }
    }

    private async Task<PublicationEntry> FindOrAddAsync(PublicationEntry entry, ChatState chat)
    {
        var stored = await store.AddAsync(entry, chat.Key, CancellationToken.None).ConfigureAwait(false);
        IdempotencyKey.EnsureSame(entry, stored);
        return stored;
    }

    /// <summary>New, or ended without being published: then the same key tries again, from the part where it stopped.</summary>
    private static bool MayBeSent(PublicationEntry entry) =>
        entry.State is PublicationState.Scheduled or PublicationState.Rejected or PublicationState.Missed or PublicationState.Cancelled;

    private async Task<PlannedMessage> PlanEditAsync(Post post, CancellationToken cancellationToken)
    {
        var plan = await PlanAsync(post, cancellationToken).ConfigureAwait(false);
        return plan.OnlyMessage();
    }
}
