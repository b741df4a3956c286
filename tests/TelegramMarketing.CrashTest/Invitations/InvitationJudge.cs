using TelegramMarketing.Testing;

namespace TelegramMarketing.CrashTest.Invitations;

/// <summary>Compares what people have received with what the ledger says.</summary>
internal sealed class InvitationJudge(InvitationTally tally, Action<string> complain)
{
    public void Judge(IReadOnlyList<TelegramPerson> people, LedgerReport report)
    {
        var entries = report.Entries;
        var inDoubt = 0;
        foreach (var person in people)
        {
            // The bot writes nothing else to them.
            var received = person.Inbox;
            var invited = entries[person.Id].Count(entry => entry.Kind == ConsentEventKind.Invited);
            var delivered = entries[person.Id].Where(entry => entry.Kind == ConsentEventKind.Delivered).ToList();
            tally.Invited += invited;
            tally.Delivered += delivered.Count;
            var isInDoubt = invited > 0 && delivered.Count == 0;
            inDoubt += isInDoubt ? 1 : 0;
            tally.Arrived += isInDoubt && received.Count > 0 ? 1 : 0;
            if (received.Count > 1 || invited > 1 || delivered.Count > 1)
            {
                tally.Twice++;
                complain($"{person.Id} has {received.Count} invitations, of {invited} in the ledger, {delivered.Count} delivered");
            }

            if (invited == 0 || delivered.Exists(entry => !received.Any(message => message.MessageId == entry.MessageId)))
            {
                tally.Lost++;
                complain($"{person.Id} has {received.Count} invitations, of {invited} in the ledger, delivered as {string.Join(", ", delivered.Select(entry => entry.MessageId))}");
            }
        }

        // Each one that was not delivered must be shown as in doubt, and no other.
        tally.Unknown += report.Unknown;
        if (inDoubt != report.Unknown)
        {
            tally.Lost += Math.Abs(inDoubt - report.Unknown);
            complain($"{inDoubt} are neither delivered nor refused, and {report.Unknown} are shown as in doubt");
        }
    }
}
