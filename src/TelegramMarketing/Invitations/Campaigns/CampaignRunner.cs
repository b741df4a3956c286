using TelegramMarketing.Hosting;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Invitations.Campaigns;

/// <summary>
/// Runs campaigns. Each customer is recorded before anything is sent to them, and each delivery before it begins, so that a run that was ended at any moment is taken up by
/// the next one, which sends nothing twice.
/// </summary>
internal sealed class CampaignRunner(BotContext context, InvitationDirectory directory, InvitationIntake intake, InvitationDelivery delivery, IInvitationStore invitations)
{
    /// <summary>How many customers are recorded at once; the next are recorded while these are written to.</summary>
    private const int Batch = 200;

    public async Task<CampaignProgress> RunAsync(
        InvitationCampaign campaign, IAsyncEnumerable<InvitationRequest> customers, IProgress<CampaignProgress>? progress, CancellationToken cancellationToken)
    {
        var routes = CampaignRules.Check(campaign).Select(delivery.Route).Select(route => new RoutePace(context.Clock, route)).ToList();
        var channel = await directory.GetChannelAsync(campaign.Channel, cancellationToken).ConfigureAwait(false);
        await directory.GetBotUsernameAsync(cancellationToken).ConfigureAwait(false);
        var tally = new CampaignTally(context.Clock, progress);
        var sending = new CampaignDelivery(context, delivery, invitations, routes, tally);
        await InviteAsync(new CampaignIntake(intake, invitations, campaign, tally), sending, customers, cancellationToken).ConfigureAwait(false);
        await FinishAsync(campaign, channel.Id, sending, tally, cancellationToken).ConfigureAwait(false);
        tally.Count(current => current with { WaitingUntil = null, Problem = null }, tellNow: true);
        return tally.Current;
    }

    private static async Task InviteAsync(CampaignIntake intake, CampaignDelivery sending, IAsyncEnumerable<InvitationRequest> customers, CancellationToken cancellationToken)
    {
        var batch = new List<InvitationRequest>(Batch);
        var delivering = Task.CompletedTask;
        try
        {
            await foreach (var request in customers.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                batch.Add(request);
                if (batch.Count == Batch)
                {
                    delivering = await NextAsync(delivering).ConfigureAwait(false);
                }
            }

            delivering = await NextAsync(delivering).ConfigureAwait(false);
        }
        finally
        {
            await delivering.ConfigureAwait(false);
        }

        async Task<Task> NextAsync(Task before)
        {
            var invited = await intake.TakeAsync(batch, cancellationToken).ConfigureAwait(false);
            batch.Clear();
            await before.ConfigureAwait(false);
            return sending.DeliverAsync(invited, cancellationToken);
        }
    }

    /// <summary>Delivers what earlier runs have left, and what had to wait.</summary>
    private async Task FinishAsync(InvitationCampaign campaign, long channelId, CampaignDelivery sending, CampaignTally tally, CancellationToken cancellationToken)
    {
        while (true)
        {
            tally.Count(current => current with { WaitingUntil = null });
            Guid? after = null;
            IReadOnlyList<InvitationRecord> page;
            do
            {
                page = await invitations.ListOpenAsync(campaign.Name, channelId, DateTimeOffset.MaxValue, after, Batch, cancellationToken).ConfigureAwait(false);
                await sending.DeliverAsync(page, cancellationToken).ConfigureAwait(false);
                after = page.Count > 0 ? page[^1].Id : null;
            }
            while (page.Count == Batch);

            if (tally.Current.WaitingUntil is not { } next)
            {
                return;
            }

            tally.Count(current => current, tellNow: true);
            await context.Clock.DelayAsync(next - context.Clock.UtcNow, cancellationToken).ConfigureAwait(false);
        }
    }
}
