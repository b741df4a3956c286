using Microsoft.Extensions.Logging;
using TelegramMarketing.Diagnostics;
using TelegramMarketing.Hosting;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Delivery;

/// <summary>Delivers publications for callers who wait for them, by this process or, where another one is the sender, by that.</summary>
internal sealed class Outbox(BotContext context, PublicationSender publications, IBotStorage storage, SenderRole role, DueWatch due)
{
    private static readonly TimeSpan _look = TimeSpan.FromSeconds(1);
    private readonly ILogger _logger = context.Loggers.CreateLogger("TelegramMarketing.Publishing");

    /// <summary>
    /// Delivers a claimed publication for a caller who waits, or, where another process is the sender, waits until that one has delivered it.
    /// The claim ends with the delivery.
    /// </summary>
    public ValueTask DeliverAsync(ChatState chat, TurnQueue.Turn turn, PublicationEntry entry, CancellationToken cancellationToken) =>
        storage.IsInMemory ? publications.DeliverAsync(chat, turn, entry, cancellationToken) : new(DeliverDurablyAsync(chat, turn, entry, cancellationToken));

    /// <summary>Waits until a publication that somebody else delivers has come to rest.</summary>
    public async Task AwaitAsync(PublicationEntry entry, CancellationToken cancellationToken)
    {
        while (!IsAtRest(entry))
        {
            await context.Clock.DelayAsync(_look, cancellationToken).ConfigureAwait(false);
            try
            {
                await BecomeSenderAsync(cancellationToken).ConfigureAwait(false);
                await storage.Publications.FindAsync(entry.Id, cancellationToken).ConfigureAwait(false);
            }
            catch (TelegramMarketingException exception) when (exception.Error == TelegramMarketingError.StorageUnavailable)
            {
                // The store is gone for a while.
            }
        }
    }

    private static bool IsAtRest(PublicationEntry entry) => entry.HasEnded || entry.State is PublicationState.Unknown or PublicationState.Held;

    private async Task DeliverDurablyAsync(ChatState chat, TurnQueue.Turn turn, PublicationEntry entry, CancellationToken cancellationToken)
    {
        try
        {
            if (await IsDeliveredHereAsync(chat, turn, entry, cancellationToken).ConfigureAwait(false) && IsAtRest(entry))
            {
                return;
            }
        }
        catch (LeaseLostException)
        {
            // Nothing was sent; the new sender finds it.
        }
        catch (TelegramMarketingException exception) when (exception.Error == TelegramMarketingError.StorageUnavailable)
        {
            // It is recorded, and a caller who were told that it failed might publish it twice: it waits for the store.
            _logger.StoreFailed(exception.Error, exception.Message);
            if (entry.HasEnded)
            {
                await SaveWhenPossibleAsync(entry, cancellationToken).ConfigureAwait(false);
                return;
            }
        }

        turn.Dispose();
        try
        {
            await AwaitAsync(entry, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await GiveUpAsync(entry).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Delivers it, if this process is the sender. Ends the claim.</summary>
    private async Task<bool> IsDeliveredHereAsync(ChatState chat, TurnQueue.Turn turn, PublicationEntry entry, CancellationToken cancellationToken)
    {
        try
        {
            if (!await BecomeSenderAsync(cancellationToken).ConfigureAwait(false))
            {
                entry.Unclaim();
                return false;
            }
        }
        catch (Exception exception)
        {
            entry.Unclaim();
            if (exception is OperationCanceledException)
            {
                await GiveUpAsync(entry).ConfigureAwait(false);
            }

            throw;
        }

        await publications.DeliverAsync(chat, turn, entry, cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>Becomes the sender, if it can, which looks for all that is due from then on.</summary>
    private async ValueTask<bool> BecomeSenderAsync(CancellationToken cancellationToken)
    {
        var isSender = await role.BecomeAsync(cancellationToken).ConfigureAwait(false);
        if (isSender && !storage.IsInMemory)
        {
            due.Start();
        }

        return isSender;
    }

    /// <summary>The caller has given up on what another process is to send: it is cancelled, unless that one has begun.</summary>
    private async Task GiveUpAsync(PublicationEntry entry)
    {
        try
        {
            entry.AskToCancel("The caller gave up waiting.");
            await storage.Publications.SaveAsync(entry, CancellationToken.None).ConfigureAwait(false);
        }
        catch (TelegramMarketingException)
        {
            // The other process was faster, or the store is gone; the ledger says what became of it.
        }
    }

    /// <summary>What became of it is known, and only the store does not know it yet.</summary>
    private async Task SaveWhenPossibleAsync(PublicationEntry entry, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await context.Clock.DelayAsync(_look, cancellationToken).ConfigureAwait(false);
                await storage.Publications.SaveAsync(entry, CancellationToken.None).ConfigureAwait(false);
                return;
            }
            catch (OperationCanceledException)
            {
                // The caller is told what is true; the next sender clears up what the store still says.
                return;
            }
            catch (TelegramMarketingException exception) when (exception.Error == TelegramMarketingError.StorageUnavailable)
            {
                _logger.StoreFailed(exception.Error, exception.Message);
            }
        }
    }
}
