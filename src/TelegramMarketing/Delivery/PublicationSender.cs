using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using TelegramMarketing.BotApi;
using TelegramMarketing.Diagnostics;
using TelegramMarketing.Hosting;
using TelegramMarketing.Publishing;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Delivery;

/// <summary>
/// Brings publications to their end, one part after the other, in their chat's turn. What Telegram refuses for now is held and tried again;
/// what is in doubt is never sent again.
/// </summary>
internal sealed class PublicationSender : IDisposable
{
    private const int FetchTries = 3;
    private readonly BotContext _context;
    private readonly BotSender _sender;
    private readonly IPublicationStore _store;
    private readonly ILogger _logger;
    private readonly LeaseKeeper _lease;
    private readonly HoldKeeper _holds;
    private readonly Func<ChatState, PublicationEntry, ValueTask> _recordIntent;
    private readonly Reconciler _reconciler;

    public PublicationSender(BotContext context, BotSender sender, IPublicationStore store, LeaseKeeper lease, IReadOnlyList<IOutcomeEvidence> evidence)
    {
        _lease = lease;
        _context = context;
        _sender = sender;
        _store = store;
        _logger = context.Loggers.CreateLogger("TelegramMarketing.Publishing");
        _holds = new HoldKeeper(context, this);
        _recordIntent = RecordIntentAsync;
        _reconciler = new Reconciler(context, this, store, evidence);
    }

    /// <summary>
    /// Delivers a publication in its turn. On return it has ended, or is Held or Unknown; the state and the error are in the entry.
    /// </summary>
    /// <param name="chat">Its chat.</param>
    /// <param name="turn">Its place in the chat's queue.</param>
    /// <param name="entry">The publication, with its parts.</param>
    /// <param name="cancellationToken">Cancels the waiting, and stops before the next part.</param>
    /// <exception cref="OperationCanceledException">The waiting was cancelled; the entry is Cancelled.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask DeliverAsync(ChatState chat, TurnQueue.Turn turn, PublicationEntry entry, CancellationToken cancellationToken)
    {
        entry.DeliveryBegan = _context.Clock.UtcNow;
        _context.Telemetry.Entered(entry);
        try
        {
            await DeliverInTurnAsync(chat, turn, entry, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            await CancelAsync(entry).ConfigureAwait(false);
            throw;
        }
        finally
        {
            _context.Telemetry.Left(entry);
        }
    }

    /// <summary>Delivers a publication that is due, in its turn; too late, it is Missed. Its grace period runs from the time it was due.</summary>
    /// <exception cref="OperationCanceledException">The bot shuts down; the publication stays as it is.</exception>
    public async Task DeliverDueAsync(ChatState chat, TurnQueue.Turn turn, PublicationEntry entry, CancellationToken stop)
    {
        _context.Telemetry.Entered(entry);
        try
        {
            // Somebody else may be delivering it: nothing about it is touched before it is our turn.
            await turn.WaitAsync(stop).ConfigureAwait(false);
            if (!MayBegin(entry))
            {
                return;
            }

            entry.DeliveryBegan = entry.DueAt;
            if (_context.Clock.UtcNow > GiveUpAt(entry))
            {
                await MissAsync(entry, string.Create(CultureInfo.InvariantCulture, $"It was due at {entry.DueAt:u}, and nothing sent it until the grace period was over.")).ConfigureAwait(false);
                return;
            }

            await DeliverInTurnAsync(chat, turn, entry, stop).ConfigureAwait(false);
        }
        finally
        {
            _context.Telemetry.Left(entry);
        }
    }

    /// <summary>Takes over what the sender before us was in the middle of.</summary>
    public async Task TakeOverAsync(ChatState chat, PublicationEntry entry)
    {
        switch (entry.State)
        {
            case PublicationState.Held:
                await RememberAsync(chat, entry, atFront: false).ConfigureAwait(false);
                _holds.Watch(chat);
                break;

            case PublicationState.Sending:
                entry.BecomeUnknown("The process ended while the message was being sent; it may have been accepted or not.", _context.Clock.UtcNow);
                await DoubtAsync(chat, entry, entry.Snapshot().LastError!).ConfigureAwait(false);
                break;

            case PublicationState.Unknown:
                await DoubtAsync(chat, entry, entry.Snapshot().LastError ?? "").ConfigureAwait(false);
                break;
        }
    }

    /// <summary>Sends the parts that are left, in the chat's turn.</summary>
    /// <exception cref="OperationCanceledException">The waiting was cancelled; the entry is Cancelled.</exception>
    public async Task ContinueAsync(ChatState chat, PublicationEntry entry, CancellationToken cancellationToken)
    {
        entry.DeliveryBegan = _context.Clock.UtcNow;
        _context.Telemetry.Waiting.Add(entry);
        using var span = _context.Telemetry.StartResume(entry);
        try
        {
            await SendPartsAsync(chat, entry, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            await CancelAsync(entry).ConfigureAwait(false);
            throw;
        }
        finally
        {
            _context.Telemetry.Left(entry);
            span.Concluded(entry);
        }
    }

    /// <summary>Tries the held publications of a chat, in the chat's turn and in their order.</summary>
    /// <returns>None is held any more.</returns>
    public async Task<bool> ReleaseHeldAsync(ChatState chat, CancellationToken cancellationToken)
    {
        foreach (var held in HeldIn(chat))
        {
            if (held.IsCancelAsked)
            {
                Forget(chat, held);
                await EndAsync(held, PublicationState.Cancelled, TelegramMarketingError.Other, "Cancelled by hand.").ConfigureAwait(false);
                continue;
            }

            if (_context.Clock.UtcNow >= GiveUpAt(held))
            {
                Forget(chat, held);
                await MissAsync(held, held.Snapshot().LastError ?? "").ConfigureAwait(false);
                continue;
            }

            Forget(chat, held);
            using var span = _context.Telemetry.StartResume(held);
            try
            {
                await SendPartsAsync(chat, held, cancellationToken, atFront: true).ConfigureAwait(false);
            }
            catch (Exception) when (!held.HasEnded && held.State != PublicationState.Unknown)
            {
                // Cancelled, the lease lost, or the store gone before it was sent: it stays held.
                held.MoveTo(PublicationState.Held, held.Error, held.Snapshot().LastError);
                await RememberAsync(chat, held, atFront: true).ConfigureAwait(false);
                throw;
            }
            finally
            {
                span.Concluded(held);
            }

            if (held.State == PublicationState.Held)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The held publications of a chat, oldest first.</summary>
    public static PublicationEntry[] HeldIn(ChatState chat)
    {
        lock (chat.Pending)
        {
            return [.. chat.Pending.Where(entry => entry.State == PublicationState.Held)];
        }
    }

    /// <summary>Nothing more is to be done for an entry that was Held or Unknown.</summary>
    public static void Forget(ChatState chat, PublicationEntry entry)
    {
        lock (chat.Pending)
        {
            chat.Pending.Remove(entry);
        }
    }

    /// <summary>Until when a publication that cannot go out is tried.</summary>
    public DateTimeOffset GiveUpAt(PublicationEntry entry) => entry.DeliveryBegan + _context.Options.GracePeriod;

    /// <summary>The part in doubt is in the channel under these ids; the rest of the publication goes on. In the chat's turn.</summary>
    public Task SettleAsync(ChatState chat, PublicationEntry entry, IReadOnlyList<int> messageIds, CancellationToken cancellationToken)
    {
        Forget(chat, entry);
        entry.CompletePart(new SentMessages(chat.Id, chat.Username, messageIds, entry.SendBeganAt), entry.PartsDone + 1 >= entry.Parts!.Count);
        chat.LastMessageId = Math.Max(chat.LastMessageId, messageIds[^1]);
        return ContinueAsync(chat, entry, cancellationToken);
    }

    /// <summary>The part in doubt is not in the channel and never will be: it is sent again. In the chat's turn.</summary>
    public Task SendAgainAsync(ChatState chat, PublicationEntry entry, CancellationToken cancellationToken)
    {
        Forget(chat, entry);
        entry.MoveTo(PublicationState.Scheduled, TelegramMarketingError.Other, null);
        return ContinueAsync(chat, entry, cancellationToken);
    }

    public void Dispose()
    {
        _holds.Dispose();
        _reconciler.Dispose();
    }

    private static bool HasPending(ChatState chat)
    {
        lock (chat.Pending)
        {
            return chat.Pending.Count > 0;
        }
    }

    private static async Task RememberAsync(ChatState chat, PublicationEntry entry, bool atFront)
    {
        entry.Fingerprint ??= await Fingerprint.OfAsync(entry.Parts!).ConfigureAwait(false);
        lock (chat.Pending)
        {
            if (chat.Pending.Contains(entry))
            {
                return;
            }

            chat.Pending.Insert(atFront ? 0 : chat.Pending.Count, entry);
        }
    }

    private async Task<bool> RefuseEqualAsync(ChatState chat, PublicationEntry entry, CancellationToken cancellationToken)
    {
        PublicationEntry[] pending;
        lock (chat.Pending)
        {
            pending = [.. chat.Pending];
        }

        if (pending.Length == 0)
        {
            return false;
        }

        entry.Fingerprint ??= await Fingerprint.OfAsync(entry.Parts!).ConfigureAwait(false);
        if (pending.FirstOrDefault(other => !ReferenceEquals(other, entry) && other.Fingerprint == entry.Fingerprint) is not { } equal)
        {
            return false;
        }

        if (equal.State == PublicationState.Held)
        {
            // Whoever asks again may have mended the cause.
            await ReleaseHeldAsync(chat, cancellationToken).ConfigureAwait(false);
            if (equal.State is PublicationState.Rejected or PublicationState.Missed or PublicationState.Cancelled)
            {
                return false;
            }
        }

        entry.EqualTo = equal.Id;
        var reason = equal.State switch
        {
            PublicationState.Published => "has just gone out",
            PublicationState.Held => "is Held, and goes out by itself when the cause has passed; cancel it in the ledger if it should not",
            _ => $"is {equal.State}; look in the channel and settle it in the ledger first",
        };
        await EndAsync(
            entry,
            PublicationState.Rejected,
            TelegramMarketingError.EqualPostPending,
            $"This post was not sent, since it could go out twice: an equal one to {entry.Channel}, publication {equal.Id}, {reason}.").ConfigureAwait(false);
        return true;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask SendPartsAsync(ChatState chat, PublicationEntry entry, CancellationToken cancellationToken, bool atFront = false)
    {
        var parts = entry.Parts ?? [];
        var fetchTries = 0;
        while (entry.PartsDone < parts.Count)
        {
            if (entry.IsCancelAsked)
            {
                throw new OperationCanceledException("The publication was cancelled in the ledger.");
            }

            int? replyTo = parts[entry.PartsDone].RepliesToFirst && entry.FirstMessageId is { } first ? first : null;
            var answer = await _sender.SendInTurnAsync(
                chat, parts[entry.PartsDone], replyTo, SendPriority.Post, GiveUpAt(entry), new SendIntent(entry, _recordIntent), cancellationToken).ConfigureAwait(false);

            if (answer.Succeeded)
            {
                fetchTries = 0;
                NoteConfirmed(chat, entry, answer.Value!.MessageIds);
                entry.CompletePart(answer.Value!, entry.PartsDone + 1 == parts.Count);
                if (entry.PartsDone < parts.Count)
                {
                    await _store.SaveAsync(entry, CancellationToken.None).ConfigureAwait(false);
                }

                continue;
            }

            var failure = answer.Failure;
            switch (failure.Outcome)
            {
                case SendOutcome.NotSent:
                    await MissAsync(entry, failure.Description).ConfigureAwait(false);
                    return;

                case SendOutcome.RefusedForNow when failure.Hold != HoldScope.None:
                    await HoldAsync(chat, entry, failure.Error, failure.Description, atFront).ConfigureAwait(false);
                    return;

                case SendOutcome.RefusedForNow when ++fetchTries < FetchTries:
                    entry.MoveTo(PublicationState.Scheduled, failure.Error, failure.Description);
                    await _store.SaveAsync(entry, CancellationToken.None).ConfigureAwait(false);
                    await _context.Clock.DelayAsync(Backoff.After(fetchTries, _context.Chance), cancellationToken).ConfigureAwait(false);
                    continue;

                case SendOutcome.Unknown:
                    entry.BecomeUnknown(failure.Description, _context.Clock.UtcNow);
                    await DoubtAsync(chat, entry, failure.Description).ConfigureAwait(false);
                    return;

                default:
                    _logger.PublicationRejected(entry.Id, entry.Channel, failure.Error, failure.Description);
                    await EndAsync(entry, PublicationState.Rejected, failure.Error, failure.Description).ConfigureAwait(false);
                    return;
            }
        }

        await _store.SaveAsync(entry, CancellationToken.None).ConfigureAwait(false);
        _context.Telemetry.Rested(entry);
        _logger.Published(entry.Id, entry.Channel, parts.Count, entry.FirstMessageId ?? 0);
        entry.Parts = null;
    }

    /// <summary>A message of ours tells something about those in doubt in the same chat.</summary>
    private void NoteConfirmed(ChatState chat, PublicationEntry confirmed, IReadOnlyList<int> messageIds)
    {
        lock (chat.Pending)
        {
            foreach (var unknown in chat.Pending)
            {
                if (unknown.State == PublicationState.Unknown)
                {
                    unknown.NoteConfirmed(messageIds, confirmed.SendBeganAt > _reconciler.HorizonOf(unknown));
                }
            }
        }
    }

    private async Task DoubtAsync(ChatState chat, PublicationEntry entry, string reason)
    {
        await RememberAsync(chat, entry, atFront: false).ConfigureAwait(false);
        _logger.PublicationUnknown(entry.Id, entry.Channel, reason);
        _reconciler.Watch(chat, entry);
        _context.Telemetry.Rested(entry);
        await _store.SaveAsync(entry, CancellationToken.None).ConfigureAwait(false);
    }

    /// <summary>It still waits to be sent: it may have been brought to its end by somebody else while it waited for its turn.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled in the ledger.</exception>
    private static bool MayBegin(PublicationEntry entry) => entry.IsCancelAsked
        ? throw new OperationCanceledException("The publication was cancelled in the ledger.")
        : entry.State == PublicationState.Scheduled;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask DeliverInTurnAsync(ChatState chat, TurnQueue.Turn turn, PublicationEntry entry, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        if (!MayBegin(entry))
        {
            return;
        }

        if (HasPending(chat) && await RefuseEqualAsync(chat, entry, cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        if (HasPending(chat) && !await ReleaseHeldAsync(chat, cancellationToken).ConfigureAwait(false))
        {
            var ahead = HeldIn(chat)[0];
            await HoldAsync(chat, entry, ahead.Error, ahead.Snapshot().LastError ?? "").ConfigureAwait(false);
            return;
        }

        await SendPartsAsync(chat, entry, cancellationToken).ConfigureAwait(false);
    }

    /// <exception cref="LeaseLostException">Another process sends for this bot now.</exception>
    private ValueTask RecordIntentAsync(ChatState chat, PublicationEntry entry) =>
        _lease.MaySendNow ? BeginSendAsync(chat, entry) : new(ProlongAndBeginSendAsync(chat, entry));

    private async Task ProlongAndBeginSendAsync(ChatState chat, PublicationEntry entry)
    {
        if (!await _lease.MaySendAsync().ConfigureAwait(false))
        {
            throw new LeaseLostException();
        }

        await BeginSendAsync(chat, entry).ConfigureAwait(false);
    }

    private async ValueTask BeginSendAsync(ChatState chat, PublicationEntry entry)
    {
        entry.BeginSend(chat.LastMessageId, _context.Clock.UtcNow);
        try
        {
            await _store.SaveAsync(entry, CancellationToken.None).ConfigureAwait(false);
        }
        catch (TelegramMarketingException exception) when (entry.State == PublicationState.Sending)
        {
            // The intent could not be recorded, so that nothing is sent.
            entry.MoveTo(PublicationState.Scheduled, exception.Error, exception.Message);
            throw;
        }
    }

    private async Task HoldAsync(ChatState chat, PublicationEntry entry, TelegramMarketingError error, string reason, bool atFront = false)
    {
        entry.MoveTo(PublicationState.Held, error, reason);
        await RememberAsync(chat, entry, atFront).ConfigureAwait(false);
        _logger.PublicationHeld(entry.Id, entry.Channel, error, reason, GiveUpAt(entry));
        _holds.Watch(chat);
        _context.Telemetry.Rested(entry);
        await _store.SaveAsync(entry, CancellationToken.None).ConfigureAwait(false);
    }

    private async Task MissAsync(PublicationEntry entry, string reason)
    {
        await EndAsync(entry, PublicationState.Missed, TelegramMarketingError.Missed, reason).ConfigureAwait(false);
        _logger.PublicationMissed(entry.Id, entry.Channel, reason);
    }

    private async Task CancelAsync(PublicationEntry entry)
    {
        await EndAsync(entry, PublicationState.Cancelled, TelegramMarketingError.Other, "The caller gave up waiting.").ConfigureAwait(false);
        _logger.PublicationCancelled(entry.Id, entry.Channel, entry.PartsDone);
    }

    private async Task EndAsync(PublicationEntry entry, PublicationState state, TelegramMarketingError error, string reason)
    {
        entry.MoveTo(state, error, reason);
        entry.Parts = null;
        await _store.SaveAsync(entry, CancellationToken.None).ConfigureAwait(false);
        _context.Telemetry.Rested(entry);
    }
}
