using System.Collections.Concurrent;
using TelegramMarketing.BotApi;
using TelegramMarketing.Diagnostics;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Delivery;

/// <content>What was left in the middle: taken over, settled, gone on with.</content>
internal sealed partial class PublicationSender
{
    private const int AlbumTries = 3;
    private readonly ConcurrentDictionary<PublicationEntry, bool> _unread = new();

    /// <summary>What is in doubt and could not be read from the store when it was taken over.</summary>
    public ICollection<PublicationEntry> Unread => _unread.Keys;

    /// <summary>What the store could not take when it was gone.</summary>
    public PublicationEntry[] Unsaved => _record.Unsaved;

    /// <summary>Records what the store could not take; a send that stands in the store then, and that nobody here knows of, is in doubt.</summary>
    /// <exception cref="TelegramMarketingException">The store is still gone.</exception>
    public async Task SaveLeftAsync(PublicationEntry entry)
    {
        await _record.SaveLeftAsync(entry).ConfigureAwait(false);
        await TakeOverAsync(entry).ConfigureAwait(false);
    }

    /// <summary>Takes over what the sender before us was in the middle of.</summary>
    public async Task TakeOverAsync(PublicationEntry entry)
    {
        NoteUnread(entry);
        var chat = _sender.Chats.Get(ChatTarget.For(entry.Channel));
        switch (entry.State)
        {
            case PublicationState.Held when entry.Parts is null:
                // It is due, and read again until it can be, or is too late.
                entry.MoveTo(PublicationState.Scheduled, TelegramMarketingError.StorageUnavailable, entry.Unreadable?.Message);
                await _record.ProgressAsync(entry).ConfigureAwait(false);
                break;

            case PublicationState.Held:
                await chat.Pending.AddAsync(entry, atFront: false).ConfigureAwait(false);
                _holds.Watch(chat);
                break;

            case PublicationState.Sending:
                await BecomeUnknownAsync(chat, entry, "The process ended while the message was being sent; it may have been accepted or not.").ConfigureAwait(false);
                break;

            case PublicationState.Unknown:
                await DoubtAsync(chat, entry, entry.Snapshot().LastError ?? "").ConfigureAwait(false);
                break;
        }
    }

    /// <summary>The part in doubt is in the channel under these ids; the rest of the publication goes on. In the chat's turn.</summary>
    /// <returns>Whether nobody else was at it, and no other process has brought it further since the work began.</returns>
    public Task<bool> SettleAsync(ChatState chat, PublicationEntry entry, IReadOnlyList<int> messageIds, CancellationToken cancellationToken) => entry.TryClaimedAsync(async () =>
    {
        // What cannot be read cannot go on.
        if (!entry.CompletePart(new SentMessages(chat.Id, chat.Username, messageIds, entry.SendBeganAt), entry.Parts is not { } parts || entry.PartsDone + 1 >= parts.Count))
        {
            return false;
        }

        chat.Pending.Remove(entry);
        chat.LastMessageId = Math.Max(chat.LastMessageId, messageIds[^1]);
        if (!entry.HasEnded)
        {
            // Whatever stops the next part, what was found stays found, and the rest is due.
            await _record.ProgressAsync(entry).ConfigureAwait(false);
        }

        await ContinueAsync(chat, entry, cancellationToken).ConfigureAwait(false);
        return true;
    });

    /// <summary>The part in doubt is not in the channel and never will be: it is sent again, but for an album that Telegram has refused a few times. In the chat's turn.</summary>
    /// <returns>Whether nobody else was at it, and no other process has brought it further since the work began.</returns>
    public Task<bool> SendAgainAsync(ChatState chat, PublicationEntry entry, CancellationToken cancellationToken) => entry.TryClaimedAsync(async () =>
    {
        var known = entry.Snapshot();
        var tries = known.Attempts - entry.PartsDone;
        if (tries >= AlbumTries && OutcomeClassifier.AlbumRefusal(known.LastError) is { } refusal && !entry.IsOvertaken)
        {
            // Subscribers may be told of its first items each time.
            chat.Pending.Remove(entry);
            await _record.RejectAsync(entry, refusal, $"{known.LastError} It was tried {tries} times, and is not in the channel.").ConfigureAwait(false);
            return true;
        }

        if (!entry.LeaveDoubt())
        {
            return false;
        }

        chat.Pending.Remove(entry);
        await _record.ProgressAsync(entry).ConfigureAwait(false);
        await ContinueAsync(chat, entry, cancellationToken).ConfigureAwait(false);
        return true;
    });

    /// <summary>Sends the parts that are left, in the chat's turn.</summary>
    /// <exception cref="OperationCanceledException">The waiting was cancelled, and it is Cancelled; or the bot shuts down, and it stays as it is.</exception>
    private async Task ContinueAsync(ChatState chat, PublicationEntry entry, CancellationToken cancellationToken)
    {
        entry.DeliveryBegan = _context.Clock.UtcNow;
        _context.Telemetry.Waiting.Add(entry);
        using var span = _context.Telemetry.StartResume(entry);
        try
        {
            await SendPartsAsync(chat, entry, atFront: false, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException && !_isDisposed)
        {
            await _record.CancelAsync(entry).ConfigureAwait(false);
            throw;
        }
        finally
        {
            _context.Telemetry.Left(entry);
            span.Concluded(entry);
        }
    }

    private Task BecomeUnknownAsync(ChatState chat, PublicationEntry entry, string reason)
    {
        entry.BecomeUnknown(reason, _context.Clock.UtcNow);
        return DoubtAsync(chat, entry, reason);
    }

    private async Task DoubtAsync(ChatState chat, PublicationEntry entry, string reason)
    {
        if (entry.Parts is not null || entry.Fingerprint is not null)
        {
            await chat.Pending.AddAsync(entry, atFront: false).ConfigureAwait(false);
        }

        // What cannot be read cannot be looked for.
        if (entry.Parts is not null)
        {
            _reconciler.Watch(chat, entry);
        }

        await _record.UnknownAsync(entry, reason).ConfigureAwait(false);
    }

    /// <summary>Another process has brought it further. What that one was in the middle of is taken over, if this one is the sender now.</summary>
    private async ValueTask LeaveAsync(PublicationEntry entry)
    {
        if (!entry.HasEnded && (_lease.MaySendNow || await _lease.MaySendAsync().ConfigureAwait(false)))
        {
            await TakeOverAsync(entry).ConfigureAwait(false);
        }
    }

    private void NoteUnread(PublicationEntry entry)
    {
        if (entry.Parts is null && entry.State is PublicationState.Sending or PublicationState.Unknown)
        {
            _unread.TryAdd(entry, true);
        }
        else
        {
            _unread.TryRemove(entry, out _);
        }
    }
}
