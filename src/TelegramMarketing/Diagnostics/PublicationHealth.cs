using TelegramMarketing.Hosting;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Diagnostics;

/// <summary>Which publications of a bot need somebody's attention.</summary>
internal sealed class PublicationHealth(BotContext context, IPublicationStore store)
{
    private const int MostIds = 20;

    /// <summary>How long a missed publication is reported. Nothing can be done about it any more, so that it must not be for ever.</summary>
    private static readonly TimeSpan _missedReportedFor = TimeSpan.FromHours(24);

    public async Task ExamineAsync(HealthFindings findings, CancellationToken cancellationToken)
    {
        findings.Tell("waiting", context.Telemetry.Waiting.Count);
        List<Guid> held, unknown, missed;
        try
        {
            held = await ListAsync(PublicationState.Held, static _ => true, cancellationToken).ConfigureAwait(false);
            unknown = await ListAsync(PublicationState.Unknown, static _ => true, cancellationToken).ConfigureAwait(false);
            missed = await ListAsync(PublicationState.Missed, IsReported, cancellationToken).ConfigureAwait(false);
        }
        catch (TelegramMarketingException exception) when (exception.Error == TelegramMarketingError.StorageUnavailable)
        {
            findings.Fail("The store of publications cannot be read; nothing is published until it can.");
            return;
        }

        Tell(findings, "held", held);
        Tell(findings, "unknown", unknown);
        Tell(findings, "missed", missed);
        if (held.Count > 0)
        {
            findings.Fail($"{Publications(held)} Held: Telegram refuses for now. Restore the rights or the token, or cancel in the ledger.");
        }

        if (unknown.Count > 0)
        {
            findings.Impair($"{Publications(unknown)} Unknown. What is not cleared up by itself is settled by hand in the ledger.");
        }

        if (missed.Count > 0)
        {
            findings.Impair($"{Publications(missed)} Missed, in the last 24 hours.");
        }
    }

    /// <summary>It was Missed a short while ago. Where only another process knows when, it was when its grace period ended.</summary>
    private bool IsReported(PublicationEntry missed) => (missed.EndedAt ?? missed.DeliveryBegan + context.Options.GracePeriod) > context.Clock.UtcNow - _missedReportedFor;

    private async Task<List<Guid>> ListAsync(PublicationState state, Func<PublicationEntry, bool> isWanted, CancellationToken cancellationToken)
    {
        var ids = new List<Guid>();
        await foreach (var entry in store.ListAsync(state, cancellationToken).ConfigureAwait(false))
        {
            if (isWanted(entry))
            {
                ids.Add(entry.Id);
            }
        }

        return ids;
    }

    private static string Publications(List<Guid> ids) => ids.Count == 1 ? "1 publication is" : $"{ids.Count} publications are";

    private static void Tell(HealthFindings findings, string key, List<Guid> ids)
    {
        findings.Tell(key, ids.Count);
        if (ids.Count > 0)
        {
            findings.Tell($"{key}_ids", ids.Take(MostIds).Select(static id => id.ToString()).ToArray());
        }
    }
}
