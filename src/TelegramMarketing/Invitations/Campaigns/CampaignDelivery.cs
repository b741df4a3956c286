using System.Collections.Concurrent;
using TelegramMarketing.Hosting;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Invitations.Campaigns;

/// <summary>Writes to the customers of a campaign, to each by the first means that reaches them.</summary>
internal sealed class CampaignDelivery(BotContext context, InvitationDelivery delivery, IInvitationStore invitations, IReadOnlyList<RoutePace> routes, CampaignTally tally)
{
    /// <summary>After so many failures in a row that are not a customer's, the campaign ends; it can be run again.</summary>
    private const int MaxFailures = 10;

    private static readonly TimeSpan _firstPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _longestPause = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan _limitPause = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<Guid, bool> _unreachable = [];

    /// <summary>Writes to all of them, as fast as each means permits.</summary>
    public Task DeliverAsync(IReadOnlyList<InvitationRecord> records, CancellationToken cancellationToken) =>
        Task.WhenAll(records.Where(record => !_unreachable.ContainsKey(record.Id)).Select(record => DeliverAsync(record, cancellationToken)));

    private async Task DeliverAsync(InvitationRecord record, CancellationToken cancellationToken)
    {
        using var activity = context.Clock.BeginOperation();
        if (record.NotBefore > context.Clock.UtcNow)
        {
            tally.WaitUntil(record.NotBefore);
            return;
        }

        var recipient = await delivery.FindRecipientAsync(record, cancellationToken).ConfigureAwait(false);
        InvitationRefusal? refusal = null;
        foreach (var pace in routes.Where(pace => !record.BouncedBy.Contains(pace.Route.Name, StringComparer.Ordinal) && pace.Route.CanReach(recipient)))
        {
            (var isSettled, refusal) = await TryAsync(record, recipient, pace, cancellationToken).ConfigureAwait(false);
            if (isSettled)
            {
                return;
            }
        }

        if (!_unreachable.TryAdd(record.Id, true))
        {
            return;
        }

        if (refusal is { } reason)
        {
            tally.Refuse(reason);
        }
        else
        {
            tally.Count(current => current with { Unreachable = current.Unreachable + 1 });
        }
    }

    /// <summary>Tries one means. What is not settled may be tried by the next.</summary>
    private async Task<(bool IsSettled, InvitationRefusal? Refusal)> TryAsync(InvitationRecord record, InvitationRecipient recipient, RoutePace pace, CancellationToken cancellationToken)
    {
        for (var failures = 1; ; failures++)
        {
            await pace.EnterAsync(cancellationToken).ConfigureAwait(false);
            InvitationDispatch dispatch;
            try
            {
                dispatch = await delivery.TryDeliverAsync(record, recipient, pace.Route, cancellationToken).ConfigureAwait(false);
            }
            catch (TelegramMarketingException exception) when (exception.Refusal is { } refusal)
            {
                return (await WaitsAsync(record, refusal, exception.NotBefore).ConfigureAwait(false), refusal);
            }
            finally
            {
                pace.Exit();
            }

            if (dispatch.Receipt is not { Outcome: InvitationOutcome.NotSent, IsTransportsFault: true } receipt)
            {
                Count(dispatch.Receipt);
                return (dispatch.Receipt.Outcome != InvitationOutcome.Bounced, null);
            }

            if (failures == MaxFailures)
            {
                throw dispatch.Failure ?? new TelegramMarketingException(
                    TelegramMarketingError.Unreachable, $"The transport '{pace.Route.Name}' has failed {MaxFailures} times in a row: {receipt.Reason}. Run the campaign again when it works; nobody is invited twice.");
            }

            await PauseAsync(pace, receipt, failures, cancellationToken).ConfigureAwait(false);
        }
    }

    private void Count(InvitationReceipt receipt)
    {
        if (receipt.Outcome == InvitationOutcome.NotSent)
        {
            tally.WaitUntil(context.Clock.UtcNow + (receipt.RetryAfter ?? InvitationDelivery.DefaultPatience));
            return;
        }

        tally.Count(current => receipt.Outcome switch
        {
            InvitationOutcome.Delivered => current with { Delivered = current.Delivered + 1, Problem = null },
            InvitationOutcome.HandedOver => current with { HandedOver = current.HandedOver + 1, Problem = null },
            InvitationOutcome.Bounced => current with { Bounced = current.Bounced + 1 },
            _ => current with { Unknown = current.Unknown + 1 },
        });
    }

    private async Task<bool> WaitsAsync(InvitationRecord record, InvitationRefusal refusal, DateTimeOffset? notBefore)
    {
        switch (refusal)
        {
            case InvitationRefusal.QuietHours or InvitationRefusal.DailyLimit:
                var until = notBefore ?? context.Clock.UtcNow + _limitPause;
                await invitations.ReleaseDeliveryAsync(record.Id, until, CancellationToken.None).ConfigureAwait(false);
                tally.WaitUntil(until);
                return true;
            case InvitationRefusal.DeliveredAlready:
                // Another process was first.
                return true;
            default:
                return false;
        }
    }

    private async Task PauseAsync(RoutePace pace, InvitationReceipt receipt, int failures, CancellationToken cancellationToken)
    {
        var pause = receipt.RetryAfter ?? TimeSpan.FromTicks(Math.Min(_longestPause.Ticks, _firstPause.Ticks << (failures - 1)));
        tally.Count(current => current with { Problem = $"{pace.Route.Name}: {receipt.Reason}" });
        await context.Clock.DelayAsync(pause, cancellationToken).ConfigureAwait(false);
    }
}
