using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using TelegramMarketing.BotApi;
using TelegramMarketing.Diagnostics;
using TelegramMarketing.Hosting;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Delivery;

/// <summary>Ends posts: deletes them, or makes them say that the offer has ended. All of it may be repeated, so that a process that was killed leaves no doubt.</summary>
internal sealed class EndingSender(BotContext context, MessageEditor editor, IPublicationStore store, OutcomeLog outcomes)
{
    private static readonly TimeSpan _pause = TimeSpan.FromMinutes(1);
    private readonly ILogger _logger = context.Loggers.CreateLogger("TelegramMarketing.Publishing");

    /// <summary>When to look again at those that are due while their post is not out yet. They are found each second until then.</summary>
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> _lookAgainAt = [];

    /// <summary>Brings a claimed ending that is due to its end, or finds out that it is not due yet, or that its post is not out yet: until it is, the ending can be changed.</summary>
    /// <exception cref="OperationCanceledException">The bot shuts down; the ending stays as it is.</exception>
    /// <exception cref="TelegramMarketingException">The store is gone, or the ending cannot be read from it; it stays as it is.</exception>
    public async Task DeliverAsync(PublicationEntry ending, CancellationToken stop)
    {
        try
        {
            if (_lookAgainAt.TryGetValue(ending.Id, out var lookAgainAt) && context.Clock.UtcNow < lookAgainAt)
            {
                return;
            }

            // However late: a promotion that says what does not hold any more is worse than one that ends late.
            var giveUpAt = context.Clock.UtcNow + context.Options.GracePeriod;
            while (!await TryAsync(ending, giveUpAt, stop).ConfigureAwait(false))
            {
                await context.Clock.DelayAsync(_pause, stop).ConfigureAwait(false);
            }
        }
        finally
        {
            ending.Unclaim();
        }
    }

    /// <returns>Nothing more is to be done for now.</returns>
    private async Task<bool> TryAsync(PublicationEntry ending, DateTimeOffset giveUpAt, CancellationToken stop)
    {
        _lookAgainAt.TryRemove(ending.Id, out _);

        // Another process may have cancelled or moved it.
        await store.FindAsync(ending.Id, stop).ConfigureAwait(false);
        if (ending.State != PublicationState.Scheduled || ending.DueAt > context.Clock.UtcNow)
        {
            return true;
        }

        if (ending.Action == PublicationAction.Edit && ending.Parts is null)
        {
            if (context.Clock.UtcNow <= ending.DueAt + context.Options.GracePeriod)
            {
                ending.EnsureReadable();
            }

            await EndAsync(ending, PublicationState.Missed, TelegramMarketingError.StorageUnavailable, $"{ending.Unreadable?.Message ?? "What the post should say is not in the store any more."} End the post by hand.").ConfigureAwait(false);
            return true;
        }

        var target = await store.FindAsync(ending.Target!.Value, stop).ConfigureAwait(false);
        if (target is null)
        {
            await EndAsync(ending, PublicationState.Rejected, TelegramMarketingError.MessageNotFound, $"The ledger does not know publication {ending.Target} any more. End the post by hand.").ConfigureAwait(false);
            return true;
        }

        if (target.HasEnded && (target.MessageCount == 0 || (ending.Action == PublicationAction.Edit && target.State != PublicationState.Published)))
        {
            await EndAsync(ending, PublicationState.Cancelled, TelegramMarketingError.Other, $"There is nothing to end: publication {target.Id} is {target.State}.").ConfigureAwait(false);
            return true;
        }

        if (ending.EndsAfter is { } after && (target.PublishedAt ?? target.DueAt) + after is var due && due > context.Clock.UtcNow)
        {
            ending.DueAt = due;
            await outcomes.SaveAsync(ending).ConfigureAwait(false);
            return true;
        }

        if (!target.HasEnded)
        {
            LookAgainLater(ending);
            return true;
        }

        return await TryAsync(ending, target, giveUpAt, stop).ConfigureAwait(false);
    }

    private void LookAgainLater(PublicationEntry ending)
    {
        var now = context.Clock.UtcNow;
        _lookAgainAt[ending.Id] = now + _pause;

        // Nobody has found these again: they were cancelled or moved meanwhile.
        foreach (var (id, _) in _lookAgainAt.Where(other => other.Value + _pause < now))
        {
            _lookAgainAt.TryRemove(id, out _);
        }
    }

    private async Task<bool> TryAsync(PublicationEntry ending, PublicationEntry target, DateTimeOffset giveUpAt, CancellationToken stop)
    {
        try
        {
            var chat = ChatTarget.For(target.Channel);
            if (ending.Action == PublicationAction.Edit)
            {
                await editor.EditAsync(chat, target.FirstMessageId!.Value, ending.Parts![0], stop).ConfigureAwait(false);
            }
            else
            {
                foreach (var messageId in target.MessageIds)
                {
                    await editor.DeleteAsync(chat, messageId, stop).ConfigureAwait(false);
                }
            }
        }
        catch (TelegramMarketingException exception) when (MayPass(exception.Error) && context.Clock.UtcNow + _pause <= giveUpAt)
        {
            ending.MoveTo(PublicationState.Scheduled, exception.Error, exception.Message);
            await outcomes.SaveAsync(ending).ConfigureAwait(false);
            return false;
        }
        catch (TelegramMarketingException exception)
        {
            var state = MayPass(exception.Error) ? PublicationState.Missed : PublicationState.Rejected;
            await EndAsync(ending, state, exception.Error, $"Publication {target.Id} could not be ended: {exception.Message}").ConfigureAwait(false);
            return true;
        }

        await EndAsync(ending, PublicationState.Published, TelegramMarketingError.Other, null).ConfigureAwait(false);
        return true;
    }

    /// <summary>The cause may be mended, or pass by itself.</summary>
    private static bool MayPass(TelegramMarketingError error) => error is TelegramMarketingError.Unreachable or TelegramMarketingError.TooManyRequests
        or TelegramMarketingError.OutcomeUnknown or TelegramMarketingError.MissingRights or TelegramMarketingError.InvalidToken or TelegramMarketingError.MediaUnavailable;

    private async Task EndAsync(PublicationEntry ending, PublicationState state, TelegramMarketingError error, string? reason)
    {
        if (state == PublicationState.Published)
        {
            ending.CompleteEnd();
        }
        else
        {
            ending.MoveTo(state, error, reason);
        }

        ending.Parts = null;
        _logger.PostEnded(state is PublicationState.Published or PublicationState.Cancelled ? LogLevel.Information : LogLevel.Error, ending.Id, ending.Action, ending.Target!.Value, ending.Channel, state, reason);
        await outcomes.SaveAsync(ending).ConfigureAwait(false);
    }
}
