using System.Globalization;
using System.Runtime.CompilerServices;
using TelegramMarketing.BotApi;
using TelegramMarketing.Hosting;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Delivery;

/// <summary>
/// Brings publications to their end, one part after the other, in their chat's turn. What Telegram refuses for now is held and tried again;
/// what is in doubt is never sent again.
/// </summary>
internal sealed partial class PublicationSender : IDisposable
{
    private const int FetchTries = 3;
    private readonly BotContext _context;
    private readonly BotSender _sender;
    private readonly LeaseKeeper _lease;
    private readonly PublicationRecorder _record;
    private readonly BotHold _hold = new();
    private readonly HoldKeeper _holds;
    private readonly Admission _admission;
    private readonly Reconciler _reconciler;
    private readonly Func<ChatState, PublicationEntry, ValueTask> _recordIntent;
    private readonly Func<PublicationEntry, DateTimeOffset> _horizonOf;
    private volatile bool _isDisposed;

    public PublicationSender(BotContext context, BotSender sender, IPublicationStore store, OutcomeLog outcomes, LeaseKeeper lease, IReadOnlyList<IOutcomeEvidence> evidence)
    {
        _context = context;
        _sender = sender;
        _lease = lease;
        _record = new PublicationRecorder(context, outcomes, lease);
        _holds = new HoldKeeper(context, this, _record, _hold);
        _admission = new Admission(_holds, _hold, _record, store);
        _reconciler = new Reconciler(context, this, store, lease, evidence);
        _recordIntent = _record.IntentAsync;
        _horizonOf = _reconciler.HorizonOf;
    }

    /// <summary>Told of each publication whose parts are all confirmed, before they are forgotten.</summary>
    public Action<PublicationEntry>? Published { get; set; }

    /// <summary>
    /// Delivers a claimed publication in its turn, and ends the claim. On return it has ended, or is Held or Unknown, or another process is at it; the state and the error are in
    /// the entry.
    /// </summary>
    /// <param name="chat">Its chat.</param>
    /// <param name="turn">Its place in the chat's queue.</param>
    /// <param name="entry">The publication, with its parts.</param>
    /// <param name="cancellationToken">Cancels the waiting, and stops before the next part.</param>
    /// <exception cref="OperationCanceledException">The waiting was cancelled; the entry is Cancelled.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask DeliverAsync(ChatState chat, TurnQueue.Turn turn, PublicationEntry entry, CancellationToken cancellationToken)
    {
        entry.BeginWork();
        entry.DeliveryBegan = _context.Clock.UtcNow;
        _context.Telemetry.Entered(entry);
        try
        {
            await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
            if (await MayBeginAsync(entry).ConfigureAwait(false) && (_admission.IsFree(chat) || await _admission.AdmitAsync(chat, entry, cancellationToken).ConfigureAwait(false)))
            {
                await SendPartsAsync(chat, entry, atFront: false, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            await _record.CancelAsync(entry).ConfigureAwait(false);
            throw;
        }
        finally
        {
            _context.Telemetry.Left(entry);
            entry.Unclaim();
        }
    }

    /// <summary>Delivers a claimed publication that is due, in its turn, and ends the claim; too late, it is Missed. Its grace period runs from the time it was due.</summary>
    /// <exception cref="OperationCanceledException">The bot shuts down; the publication stays as it is.</exception>
    /// <exception cref="TelegramMarketingException">The store is gone, or what the publication sends cannot be read from it; the publication stays as it is.</exception>
    public async Task DeliverDueAsync(ChatState chat, TurnQueue.Turn turn, PublicationEntry entry, CancellationToken stop)
    {
        _context.Telemetry.Entered(entry);
        try
        {
            // Somebody else may be delivering it: nothing about it is touched before it is our turn.
            await turn.WaitAsync(stop).ConfigureAwait(false);
            if (!await MayBeginAsync(entry).ConfigureAwait(false) || entry.DueAt > _context.Clock.UtcNow)
            {
                // Brought further by somebody else, or moved to a later time just now.
                return;
            }

            entry.DeliveryBegan = entry.DueAt;
            if (_context.Clock.UtcNow > GiveUpAt(entry))
            {
                var reason = entry.Parts is null ? entry.Unreadable?.Message : null;
                await _record.MissAsync(entry, reason ?? string.Create(CultureInfo.InvariantCulture, $"It was due at {entry.DueAt:u}, and nothing sent it until the grace period was over.")).ConfigureAwait(false);
                return;
            }

            entry.EnsureReadable();
            if (await _admission.AdmitAsync(chat, entry, stop).ConfigureAwait(false))
            {
                await SendPartsAsync(chat, entry, atFront: false, stop).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (entry.IsCancelAsked && !stop.IsCancellationRequested)
        {
            await _record.EndAsync(entry, PublicationState.Cancelled, TelegramMarketingError.Other, "Cancelled by hand.").ConfigureAwait(false);
        }
        finally
        {
            _context.Telemetry.Left(entry);
            entry.Unclaim();
        }
    }

    /// <summary>Until when a publication that cannot go out is tried.</summary>
    public DateTimeOffset GiveUpAt(PublicationEntry entry) => entry.DeliveryBegan + _context.Options.GracePeriod;

    public void Dispose()
    {
        _isDisposed = true;
        _holds.Dispose();
        _reconciler.Dispose();
    }

    /// <summary>Sends the parts that are left, in the chat's turn, until the publication comes to rest.</summary>
    /// <param name="chat">Its chat.</param>
    /// <param name="entry">The publication.</param>
    /// <param name="atFront">If it is Held, then before the others: it was the first of them.</param>
    /// <param name="cancellationToken">Cancels the waiting, and stops before the next part.</param>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask SendPartsAsync(ChatState chat, PublicationEntry entry, bool atFront, CancellationToken cancellationToken)
    {
        entry.BeginWork();
        var parts = entry.Parts ?? [];
        if (parts.Count == 0 && entry.State != PublicationState.Published)
        {
            return;
        }

        var fetchTries = 0;
        while (entry.PartsDone < parts.Count)
        {
            if (entry.IsCancelAsked)
            {
                throw new OperationCanceledException("The publication was cancelled in the ledger.");
            }

            if (entry.State is not (PublicationState.Scheduled or PublicationState.Held))
            {
                await LeaveAsync(entry).ConfigureAwait(false);
                return;
            }

            // No method of its own: each layer that waits for the answer costs throughput (docs/benchmarks.md).
            var part = parts[entry.PartsDone];
            BotAnswer<SentMessages> answer;
            try
            {
                int? replyTo = part.RepliesToFirst && entry.FirstMessageId is { } first ? first : null;
                answer = await _sender.SendInTurnAsync(
                    chat, part.At(_context.Clock.UtcNow), replyTo, SendPriority.Post, GiveUpAt(entry), new SendIntent(entry, _recordIntent), cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException or LeaseLostException && entry.State == PublicationState.Sending && !entry.IsOvertaken)
            {
                // The waiting has ended before it left: nothing of it is in doubt.
                entry.MoveTo(PublicationState.Scheduled, TelegramMarketingError.Other, null);
                await _record.TryProgressAsync(entry).ConfigureAwait(false);
                throw;
            }
            catch (Exception exception) when (entry.State == PublicationState.Sending && !entry.IsOvertaken)
            {
                // Nobody foresaw it, such as from a host's own client: it may have left.
                await BecomeUnknownAsync(chat, entry, $"The send ended with {exception.GetType().Name}; the message may have been accepted or not.").ConfigureAwait(false);
                return;
            }

            _hold.Note(answer.Failure);
            if (answer.Succeeded)
            {
                fetchTries = 0;
                chat.Pending.NoteConfirmed(entry, answer.Value!.MessageIds, _horizonOf);
                if (!entry.CompletePart(answer.Value!, entry.PartsDone + 1 == parts.Count))
                {
                    await LeaveAsync(entry).ConfigureAwait(false);
                    return;
                }

                if (entry.PartsDone < parts.Count)
                {
                    await _record.ProgressAsync(entry).ConfigureAwait(false);
                }

                continue;
            }

            if (entry.IsOvertaken)
            {
                await LeaveAsync(entry).ConfigureAwait(false);
                return;
            }

            var failure = answer.Failure;
            switch (failure.Outcome)
            {
                case SendOutcome.NotSent:
                    await _record.MissAsync(entry, failure.Description).ConfigureAwait(false);
                    return;

                case SendOutcome.RefusedForNow when failure.Hold != HoldScope.None:
                    await _holds.HoldAsync(chat, entry, failure.Error, failure.Description, atFront).ConfigureAwait(false);
                    return;

                case SendOutcome.RefusedForNow when ++fetchTries < FetchTries:
                    entry.MoveTo(PublicationState.Scheduled, failure.Error, failure.Description);
                    await _record.ProgressAsync(entry).ConfigureAwait(false);
                    await _context.Clock.DelayAsync(Backoff.After(fetchTries, _context.Chance), cancellationToken).ConfigureAwait(false);
                    continue;

                case SendOutcome.Unknown:
                    await BecomeUnknownAsync(chat, entry, failure.Description).ConfigureAwait(false);
                    return;

                default:
                    await _record.RejectAsync(entry, failure.Error, failure.Description).ConfigureAwait(false);
                    return;
            }
        }

        // A row may have it due although all of it is confirmed.
        entry.MoveTo(PublicationState.Published, TelegramMarketingError.Other, null);
        Published?.Invoke(entry);
        await _record.PublishedAsync(entry, parts.Count).ConfigureAwait(false);
    }

    /// <summary>
    /// It still waits to be sent: somebody else may have brought it further while it waited for its turn.
    /// </summary>
    /// <exception cref="OperationCanceledException">It was cancelled in the ledger.</exception>
    private async ValueTask<bool> MayBeginAsync(PublicationEntry entry)
    {
        if (entry.IsCancelAsked)
        {
            throw new OperationCanceledException("The publication was cancelled in the ledger.");
        }

        if (entry.State == PublicationState.Scheduled)
        {
            return true;
        }

        await LeaveAsync(entry).ConfigureAwait(false);
        return false;
    }
}
