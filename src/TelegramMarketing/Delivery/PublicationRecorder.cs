using Microsoft.Extensions.Logging;
using TelegramMarketing.Diagnostics;
using TelegramMarketing.Hosting;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Delivery;

/// <summary>Writes down what becomes of publications: the intent before each send and the outcome after it, in the ledger, the log and the telemetry.</summary>
internal sealed class PublicationRecorder(BotContext context, OutcomeLog outcomes, LeaseKeeper lease)
{
    private readonly ILogger _logger = context.Loggers.CreateLogger("TelegramMarketing.Publishing");

    /// <summary>What the store could not take when it was gone.</summary>
    public PublicationEntry[] Unsaved => outcomes.Unsaved;

    /// <summary>The next part is about to be sent.</summary>
    /// <exception cref="LeaseLostException">Another process sends for this bot now.</exception>
    public ValueTask IntentAsync(ChatState chat, PublicationEntry entry) =>
        lease.MaySendNow ? BeginSendAsync(chat, entry) : new(ProlongAndBeginSendAsync(chat, entry));

    /// <summary>A part was confirmed, or is tried again soon.</summary>
    public ValueTask ProgressAsync(PublicationEntry entry) => outcomes.SaveAsync(entry);

    /// <summary>It is due again, and who waited for it is leaving. What the store does not take now is recorded later.</summary>
    public async Task TryProgressAsync(PublicationEntry entry)
    {
        try
        {
            await ProgressAsync(entry).ConfigureAwait(false);
        }
        catch (TelegramMarketingException exception)
        {
            _logger.StoreFailed(exception.Error, exception.Message);
        }
    }

    /// <summary>All parts were confirmed.</summary>
    public async ValueTask PublishedAsync(PublicationEntry entry, int parts)
    {
        await outcomes.SaveAsync(entry).ConfigureAwait(false);
        context.Telemetry.Rested(entry);
        _logger.Published(entry.Id, entry.Channel, parts, entry.FirstMessageId ?? 0);
        entry.Parts = null;
    }

    /// <summary>The answer to a send never came.</summary>
    public async Task UnknownAsync(PublicationEntry entry, string reason)
    {
        _logger.PublicationUnknown(entry.Id, entry.Channel, reason);
        context.Telemetry.Rested(entry);
        await outcomes.SaveAsync(entry).ConfigureAwait(false);
    }

    /// <summary>Telegram refuses for now.</summary>
    public async Task HeldAsync(PublicationEntry entry, TelegramMarketingError error, string reason, DateTimeOffset giveUpAt)
    {
        _logger.PublicationHeld(entry.Id, entry.Channel, error, reason, giveUpAt);
        context.Telemetry.Rested(entry);
        await outcomes.SaveAsync(entry).ConfigureAwait(false);
    }

    /// <summary>Telegram refuses for good.</summary>
    public Task RejectAsync(PublicationEntry entry, TelegramMarketingError error, string reason)
    {
        _logger.PublicationRejected(entry.Id, entry.Channel, error, reason);
        return EndAsync(entry, PublicationState.Rejected, error, reason);
    }

    /// <summary>It could not go out in time.</summary>
    public async Task MissAsync(PublicationEntry entry, string reason)
    {
        if (await EndAsync(entry, PublicationState.Missed, TelegramMarketingError.Missed, reason).ConfigureAwait(false))
        {
            _logger.PublicationMissed(entry.Id, entry.Channel, reason);
        }
    }

    /// <summary>Whoever waited for it gave up.</summary>
    public async Task CancelAsync(PublicationEntry entry)
    {
        if (entry.IsOvertaken)
        {
            // Another process may be sending it.
            entry.AskToCancel("The caller gave up waiting.");
            await outcomes.SaveAsync(entry).ConfigureAwait(false);
            return;
        }

        if (await EndAsync(entry, PublicationState.Cancelled, TelegramMarketingError.Other, "The caller gave up waiting.").ConfigureAwait(false))
        {
            _logger.PublicationCancelled(entry.Id, entry.Channel, entry.PartsDone);
        }
    }

    /// <summary>It has ended without being published.</summary>
    /// <returns>Whether this is its end, and it had no other one.</returns>
    public async Task<bool> EndAsync(PublicationEntry entry, PublicationState state, TelegramMarketingError error, string reason)
    {
        entry.MoveTo(state, error, reason);
        if (entry.State != state)
        {
            return false;
        }

        entry.Parts = null;
        await outcomes.SaveAsync(entry).ConfigureAwait(false);
        context.Telemetry.Rested(entry);
        return true;
    }

    /// <summary>Records what the store could not take. Where another process was faster, or the store took more than it said, the store's state stands.</summary>
    /// <exception cref="TelegramMarketingException">The store is still gone.</exception>
    public async Task SaveLeftAsync(PublicationEntry entry)
    {
        try
        {
            await outcomes.SaveAsync(entry).ConfigureAwait(false);
        }
        catch (TelegramMarketingException exception) when (exception.InnerException is PublicationChangedException)
        {
            outcomes.Forget(entry);
        }
    }

    private async Task ProlongAndBeginSendAsync(ChatState chat, PublicationEntry entry)
    {
        if (!await lease.MaySendAsync().ConfigureAwait(false))
        {
            throw new LeaseLostException();
        }

        await BeginSendAsync(chat, entry).ConfigureAwait(false);
    }

    private async ValueTask BeginSendAsync(ChatState chat, PublicationEntry entry)
    {
        entry.BeginSend(chat.LastMessageId, context.Clock.UtcNow);
        try
        {
            await outcomes.SaveAsync(entry).ConfigureAwait(false);
        }
        catch (TelegramMarketingException exception) when (entry.State == PublicationState.Sending && !entry.IsOvertaken)
        {
            // The intent could not be recorded, so that nothing is sent.
            entry.MoveTo(PublicationState.Scheduled, exception.Error, exception.Message);
            throw;
        }
    }
}
