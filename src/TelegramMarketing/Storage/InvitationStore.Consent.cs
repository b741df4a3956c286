using System.Runtime.CompilerServices;

namespace TelegramMarketing.Storage;

internal sealed partial class InvitationStore
{
    private const int EventPage = 500;

    public Task<bool> AppendAsync(ConsentEvent consentEvent, CancellationToken cancellationToken) => consentEvent.Invitation is { } id
        ? ChangeAsync(id, (tables, row) => AppendAsync(tables, row, consentEvent), cancellationToken)
        : Task.FromResult(false);

    public async IAsyncEnumerable<ConsentEvent> ListAsync(EventFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var after = 0L;
        while (true)
        {
            var from = after;
            var page = await database.ReadAsync(tables => tables.EventsAsync(filter, from, EventPage), cancellationToken).ConfigureAwait(false);
            foreach (var row in page)
            {
                yield return row.ToEvent();
            }

            if (page.Count < EventPage)
            {
                yield break;
            }

            after = page[^1].Number;
        }
    }

    public Task<SubjectRecord?> FindSubjectAsync(Guid id, CancellationToken cancellationToken) => database.ReadAsync(
        async tables => await SubjectAsync(tables, id).ConfigureAwait(false) is { Identities.Count: > 0 } subject ? subject : null,
        cancellationToken);

    public Task<IReadOnlyList<SubjectRecord>> FindSubjectsAsync(IReadOnlyList<Identity> identities, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<SubjectRecord>>(
        async tables =>
        {
            var subjects = new List<SubjectRecord>();
            foreach (var subject in await SubjectsOfAsync(tables, identities).ConfigureAwait(false))
            {
                subjects.Add(await SubjectAsync(tables, subject).ConfigureAwait(false));
            }

            return subjects;
        },
        cancellationToken);

    public Task<bool> IsSuppressedAsync(IReadOnlyList<Identity> identities, string? transport, CancellationToken cancellationToken) => database.ReadAsync(
        async tables =>
        {
            var subjects = await SubjectsOfAsync(tables, identities).ConfigureAwait(false);
            var known = await tables.IdentitiesOfAsync(subjects).ConfigureAwait(false);
            var rows = await SuppressionsOfAsync(tables, [.. identities.SelectMany(identity => identity.WithAliases()), .. known.Select(row => row.Identity)]).ConfigureAwait(false);
            return rows.Any(row => row.Transport.Length == 0 || row.Transport == transport);
        },
        cancellationToken);

    public Task SuppressAsync(OptOut optOut, CancellationToken cancellationToken) =>
        database.RunAsync(tables => SuppressAsync(tables, optOut, optOut.Named.SelectMany(identity => identity.WithAliases())), cancellationToken);

    public Task UnblockAsync(long person, CancellationToken cancellationToken) => database.RunAsync(
        async tables =>
        {
            foreach (var row in (await SuppressionsOfAsync(tables, [Identity.OfPerson(person)]).ConfigureAwait(false)).Where(row => row.Reason == SuppressionReason.BlockedBot))
            {
                tables.Remove(row);
            }

            return true;
        },
        cancellationToken);

    public Task CountUnattributedJoinAsync(long channelId, int updateId, CancellationToken cancellationToken) => database.RunAsync(
        async tables =>
        {
            var row = await ChannelAsync(tables, channelId).ConfigureAwait(false);
            if (row.LastUpdateId != updateId)
            {
                (row.LastUpdateId, row.UnattributedJoins) = (updateId, row.UnattributedJoins + 1);
            }

            return true;
        },
        cancellationToken);

    public Task<int?> GetUnattributedJoinsAsync(long channelId, CancellationToken cancellationToken) => database.ReadAsync<int?>(
        async tables => await tables.FindChannelAsync(InvitationChannelRow.AllChannels).ConfigureAwait(false) is null
            ? null
            : (await tables.FindChannelAsync(channelId).ConfigureAwait(false))?.UnattributedJoins ?? 0,
        cancellationToken);

    public Task MarkObservedAsync(CancellationToken cancellationToken) =>
        database.RunAsync(tables => ChannelAsync(tables, InvitationChannelRow.AllChannels), cancellationToken);

    public Task SaveWordingAsync(string hash, string text, CancellationToken cancellationToken) => database.RunAsync(
        async tables =>
        {
            if (await tables.FindWordingAsync(hash).ConfigureAwait(false) is null)
            {
                tables.Add(new WordingRow { Hash = hash, Text = text });
            }

            return true;
        },
        cancellationToken);

    public Task<string?> FindWordingAsync(string hash, CancellationToken cancellationToken) =>
        database.ReadAsync(async tables => (await tables.FindWordingAsync(hash).ConfigureAwait(false))?.Text, cancellationToken);

    private static async Task<InvitationChannelRow> ChannelAsync(IInvitationTables tables, long channelId)
    {
        if (await tables.FindChannelAsync(channelId).ConfigureAwait(false) is { } row)
        {
            return row;
        }

        row = new InvitationChannelRow { ChannelId = channelId };
        tables.Add(row);
        return row;
    }

    private static async Task<bool> AppendAsync(IInvitationTables tables, InvitationRow row, ConsentEvent consentEvent)
    {
        var update = consentEvent.Evidence.UpdateId;
        if (update is { } known && row.HasReached(consentEvent.Kind) && await tables.HasEventAsync(row.Id, consentEvent.Kind, known).ConfigureAwait(false))
        {
            return false;
        }

        // An answer that comes too late changes nothing, and it is the store that says which was first.
        if (consentEvent.Kind is ConsentEventKind.Consented or ConsentEventKind.Declined && row.HasReached(ConsentEventKind.Unanswered))
        {
            return false;
        }

        tables.Add(ConsentEventRow.Create(consentEvent, row.ChannelId));
        InvitationProgress.Apply(row, consentEvent);
        await FollowRequestAsync(tables, row, consentEvent).ConfigureAwait(false);
        if (IsEnd(consentEvent))
        {
            await EndLinkAsync(tables, row, consentEvent.At.UtcTicks).ConfigureAwait(false);
        }

        return true;
    }

    private static async Task<IReadOnlyList<Guid>> SubjectsOfAsync(IInvitationTables tables, IReadOnlyList<Identity> identities) =>
        SubjectsOf(await FindNamesAsync(tables, identities).ConfigureAwait(false));

    private async Task<bool> SuppressAsync(IInvitationTables tables, OptOut optOut, IEnumerable<Identity> identities)
    {
        var transport = optOut.Transport ?? "";
        var all = identities.Select(hashes.Of).Distinct(StringComparer.Ordinal).ToList();
        var known = (await tables.FindSuppressionsAsync(all).ConfigureAwait(false)).Where(row => row.Transport == transport).Select(row => row.Hash).ToHashSet(StringComparer.Ordinal);
        var isNews = false;
        foreach (var hash in all.Where(hash => !known.Contains(hash)))
        {
            isNews = true;
            tables.Add(new SuppressionRow { Hash = hash, Transport = transport, Reason = optOut.Reason, At = optOut.At.UtcTicks });
        }

        await tables.FlushAsync().ConfigureAwait(false);
        return isNews;
    }
}
