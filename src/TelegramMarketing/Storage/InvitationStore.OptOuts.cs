namespace TelegramMarketing.Storage;

internal sealed partial class InvitationStore
{
    public Task<bool> OptOutAsync(OptOut optOut, CancellationToken cancellationToken) =>
        database.RunAsync(tables => OptOutAsync(tables, optOut), cancellationToken);

    public Task<IReadOnlyList<bool>> OptOutAsync(IReadOnlyList<OptOut> optOuts, CancellationToken cancellationToken) => database.RunAsync<IReadOnlyList<bool>>(
        async tables =>
        {
            // In one order everywhere, so that two processes with the same list don't wait for each other in a ring.
            var news = new bool[optOuts.Count];
            foreach (var (index, optOut) in optOuts.Index().OrderBy(entry => entry.Item.Named.Select(identity => identity.Value).FirstOrDefault(""), StringComparer.Ordinal))
            {
                news[index] = await OptOutAsync(tables, optOut).ConfigureAwait(false);
                await tables.SettleAsync().ConfigureAwait(false);
            }

            return news;
        },
        cancellationToken);

    private static ConsentEvent ToEvent(OptOut optOut, Guid subject) => new()
    {
        Kind = optOut.Reason == SuppressionReason.Complained ? ConsentEventKind.Complained : ConsentEventKind.OptedOut,
        At = optOut.At,
        Subject = subject,
        Transport = optOut.Transport,
        Evidence = optOut.Evidence,
    };

    private async Task<bool> OptOutAsync(IInvitationTables tables, OptOut optOut)
    {
        await tables.LockAsync(optOut.Named).ConfigureAwait(false);
        List<Guid> subjects = [.. await SubjectsOfAsync(tables, optOut.Named).ConfigureAwait(false)];
        if (optOut.Subject is { } named && !subjects.Contains(named))
        {
            subjects.Add(named);
        }

        var isNews = await SuppressAsync(tables, optOut, optOut.Named.SelectMany(identity => identity.WithAliases())).ConfigureAwait(false);
        foreach (var subject in subjects)
        {
            isNews |= await OptOutAsync(tables, optOut, subject).ConfigureAwait(false);
        }

        if (isNews && subjects.Count == 0)
        {
            tables.Add(ConsentEventRow.Create(ToEvent(optOut, optOut.NewSubject), channelId: null));
        }

        return isNews;
    }

    private async Task<bool> OptOutAsync(IInvitationTables tables, OptOut optOut, Guid subject)
    {
        var identities = await tables.IdentitiesOfAsync([subject]).ConfigureAwait(false);

        // Of a means, only the address of that means is suppressed; who has used somebody else's invitation speaks for themselves only.
        var isNews = await SuppressAsync(tables, optOut, optOut.Transport is null ? identities.Where(row => row.IsOwn).SelectMany(row => row.Identity.WithAliases()) : []).ConfigureAwait(false);
        var invitations = await tables.InvitationsOfAsync([subject]).ConfigureAwait(false);
        foreach (var row in invitations.Where(row => optOut.Transport is null && row.State == InvitationState.OptedOut))
        {
            // Who had the way opened again after an opt-out, and says so once more, is not in it any more either.
            await EndLinkAsync(tables, row, optOut.At.UtcTicks).ConfigureAwait(false);
        }

        if (!isNews && invitations.All(row => row.State == InvitationState.OptedOut || (optOut.Transport is not null && row.HasReached(ConsentEventKind.OptedOut))))
        {
            return false;
        }

        foreach (var row in invitations.Where(row => row.State != InvitationState.OptedOut))
        {
            var consentEvent = ToEvent(optOut, subject) with { Invitation = row.Id, Channel = ChannelAddress.Parse(row.Channel), Campaign = row.Campaign };
            await AppendAsync(tables, row, consentEvent).ConfigureAwait(false);
        }

        if (invitations.Count == 0)
        {
            tables.Add(ConsentEventRow.Create(ToEvent(optOut, subject), channelId: null));
        }

        return true;
    }
}
