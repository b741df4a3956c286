namespace TelegramMarketing.Storage;

internal sealed partial class InvitationStore
{
    public async Task<bool> EraseAsync(IReadOnlyList<Identity> identities, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var isKnown = await database.RunAsync(tables => EraseAsync(tables, identities, at), cancellationToken).ConfigureAwait(false);
        await database.ScrubAsync(CancellationToken.None).ConfigureAwait(false);
        return isKnown;
    }

    private async Task<bool> EraseAsync(IInvitationTables tables, IReadOnlyList<Identity> identities, DateTimeOffset at)
    {
        var subjects = await SubjectsOfAsync(tables, identities).ConfigureAwait(false);
        var known = await tables.IdentitiesOfAsync(subjects).ConfigureAwait(false);
        var erasure = new OptOut { NewSubject = Guid.Empty, At = at, Reason = SuppressionReason.Erased };
        Identity[] all = [.. identities.SelectMany(identity => identity.WithAliases()), .. known.Where(row => row.IsOwn).SelectMany(row => row.Identity.WithAliases())];
        await SuppressAsync(tables, erasure, all).ConfigureAwait(false);
        foreach (var subject in subjects)
        {
            await EraseAsync(tables, subject, at).ConfigureAwait(false);
        }

        foreach (var row in known)
        {
            tables.Remove(row);
        }

        return subjects.Count > 0;
    }

    private static async Task EraseAsync(IInvitationTables tables, Guid subject, DateTimeOffset at)
    {
        foreach (var row in await tables.InvitationsOfAsync([subject]).ConfigureAwait(false))
        {
            // The link has to be revoked, and says nothing of whom it was made for.
            await EndLinkAsync(tables, row, at.UtcTicks).ConfigureAwait(false);
            tables.RemoveToken(row);
            (row.Person, row.PersonalLink, row.About, row.TimeZone, row.ClaimKey) = (null, null, null, null, null);
            row.Delivery = row.Delivery == DeliveryState.Open ? DeliveryState.Done : row.Delivery;
            var erased = new ConsentEvent
            {
                Kind = ConsentEventKind.Erased,
                At = at,
                Subject = subject,
                Invitation = row.Id,
                Channel = ChannelAddress.Parse(row.Channel),
                Campaign = row.Campaign,
            };
            await AppendAsync(tables, row, erased).ConfigureAwait(false);
        }

        var after = 0L;
        IReadOnlyList<ConsentEventRow> events;
        do
        {
            events = await tables.EventsAsync(new EventFilter { Subjects = [subject] }, after, EventPage).ConfigureAwait(false);
            foreach (var row in events)
            {
                row.Redact();
                after = row.Number;
            }
        }
        while (events.Count == EventPage);
    }
}
