using TelegramMarketing.Storage;

namespace TelegramMarketing.Delivery;

/// <summary>Decides in a chat's turn whether a publication goes ahead, or comes to rest without being sent.</summary>
internal sealed class Admission(HoldKeeper holds, BotHold bot, PublicationRecorder record, IPublicationStore store)
{
    /// <summary>Nothing is held or in doubt, as nearly always.</summary>
    public bool IsFree(ChatState chat) => chat.Pending.IsEmpty && bot.Cause is null;

    /// <summary>Nothing in this chat or of this bot keeps the publication back. Else it has come to rest: refused as equal to another one, or Held behind it.</summary>
    public async Task<bool> AdmitAsync(ChatState chat, PublicationEntry entry, CancellationToken cancellationToken)
    {
        if (!chat.Pending.IsEmpty && await RefuseEqualAsync(chat, entry, cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        if (bot.Cause is { } cause)
        {
            await holds.HoldAsync(chat, entry, cause.Error, cause.Description, atFront: false).ConfigureAwait(false);
            return false;
        }

        if (chat.Pending.IsEmpty || await holds.ReleaseAsync(chat, cancellationToken).ConfigureAwait(false))
        {
            return true;
        }

        if (chat.Pending.Held is not [var ahead, ..])
        {
            return true;
        }

        await holds.HoldAsync(chat, entry, ahead.Error, ahead.Snapshot().LastError ?? "", atFront: false).ConfigureAwait(false);
        return false;
    }

    private async Task<bool> RefuseEqualAsync(ChatState chat, PublicationEntry entry, CancellationToken cancellationToken)
    {
        if (await chat.Pending.FindEqualAsync(entry).ConfigureAwait(false) is not { } equal)
        {
            return false;
        }

        // Another process may have brought it to its end: it may have been settled there by hand.
        await store.FindAsync(equal.Id, cancellationToken).ConfigureAwait(false);
        if (equal.HasEnded)
        {
            return await RefuseEqualAsync(chat, entry, cancellationToken).ConfigureAwait(false);
        }

        if (equal.State == PublicationState.Held)
        {
            // Whoever asks again may have mended the cause.
            await holds.ReleaseAsync(chat, cancellationToken).ConfigureAwait(false);
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
        await record.EndAsync(
            entry,
            PublicationState.Rejected,
            TelegramMarketingError.EqualPostPending,
            $"This post was not sent, since it could go out twice: an equal one to {entry.Channel}, publication {equal.Id}, {reason}.").ConfigureAwait(false);
        return true;
    }
}
