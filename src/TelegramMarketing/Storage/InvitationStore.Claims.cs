namespace TelegramMarketing.Storage;

internal sealed partial class InvitationStore
{
    private async Task<InvitationClaim> ClaimAsync(IInvitationTables tables, ClaimRequest claim)
    {
        await tables.LockAsync(claim.Named).ConfigureAwait(false);
        var found = await FindNamesAsync(tables, claim.Named).ConfigureAwait(false);
        var subjects = SubjectsOf(found);
        if (await RefuseAsync(tables, claim, subjects).ConfigureAwait(false) is { } refusal)
        {
            return refusal;
        }

        // One that was given up, or that the customer has asked to be repeated, makes room.
        foreach (var earlier in await EarlierAsync(tables, claim, subjects).ConfigureAwait(false))
        {
            earlier.ClaimKey = null;
            await EndLinkAsync(tables, earlier, claim.Invitation.CreatedAt.UtcTicks).ConfigureAwait(false);
        }

        await tables.FlushAsync().ConfigureAwait(false);
        var subject = subjects.Count > 0 ? subjects[0] : claim.Invitation.Subject;
        await KnowAsync(tables, claim, found, subject).ConfigureAwait(false);
        var row = InvitationRow.Create(claim.Invitation with { Subject = subject });
        tables.Add(row);
        if (claim.Invited is { } invited)
        {
            await AppendAsync(tables, row, invited with { Subject = subject }).ConfigureAwait(false);
        }

        return new() { Won = row.ToRecord() };
    }

    private async Task<InvitationClaim?> RefuseAsync(IInvitationTables tables, ClaimRequest claim, IReadOnlyList<Guid> subjects)
    {
        var known = await tables.IdentitiesOfAsync(subjects).ConfigureAwait(false);
        Identity[] identities = [.. claim.Identities.SelectMany(identity => identity.WithAliases()), .. known.Select(row => row.Identity)];
        if ((await SuppressionsOfAsync(tables, identities).ConfigureAwait(false)).Any(row => row.Transport.Length == 0))
        {
            return new() { Refusal = InvitationRefusal.OptedOut };
        }

        var invitations = await tables.InvitationsOfAsync(subjects).ConfigureAwait(false);
        var now = claim.Invitation.CreatedAt;
        var earlier = invitations.FirstOrDefault(row => row.ChannelId == claim.Invitation.ChannelId && row.ClaimKey is not null && !IsGivenUp(row, now));
        if (earlier is not null && (!claim.IsAskedFor || !earlier.IsComplete))
        {
            return new() { Refusal = InvitationRefusal.InvitedAlready, Earlier = earlier.ToRecord() };
        }

        var latest = invitations.Where(row => row.IsComplete).MaxBy(row => row.CreatedAt);
        return latest is not null && !claim.IsAskedFor && latest.CreatedAt + claim.CoolingOff.Ticks > now.UtcTicks
            ? new InvitationClaim { Refusal = InvitationRefusal.CoolingOff, Earlier = latest.ToRecord(), NotBefore = new(latest.CreatedAt + claim.CoolingOff.Ticks, TimeSpan.Zero) }
            : null;
    }

    private static async Task<IReadOnlyList<InvitationRow>> EarlierAsync(IInvitationTables tables, ClaimRequest claim, IReadOnlyList<Guid> subjects) =>
        [.. (await tables.InvitationsOfAsync(subjects).ConfigureAwait(false)).Where(row => row.ChannelId == claim.Invitation.ChannelId && row.ClaimKey is not null)];

    private static bool IsGivenUp(InvitationRow row, DateTimeOffset now) => !row.IsComplete && row.CreatedAt + _claimLifetime.Ticks <= now.UtcTicks;

    private static Task<IReadOnlyList<IdentityRow>> FindNamesAsync(IInvitationTables tables, IReadOnlyList<Identity> identities) =>
        tables.FindIdentitiesAsync([.. identities.SelectMany(identity => identity.WithAliases()).Distinct()]);

    /// <summary>The customers who are known by one of the names, the one with the host's own id first.</summary>
    private static IReadOnlyList<Guid> SubjectsOf(IReadOnlyList<IdentityRow> rows) => [.. rows.OrderBy(row => row.Kind).Select(row => row.Subject).Distinct()];

    private static async Task KnowAsync(IInvitationTables tables, ClaimRequest claim, IReadOnlyList<IdentityRow> found, Guid subject)
    {
        var known = await tables.IdentitiesOfAsync([subject]).ConfigureAwait(false);

        // What was found at first counts: a name that another process has given to somebody meanwhile is added in vain, and the claim is decided anew.
        foreach (var identity in claim.Identities.Where(identity => !known.Any(row => Same(row, identity)) && !found.Any(row => Same(row, identity))))
        {
            tables.Add(IdentityRow.Create(identity, subject));
        }

        foreach (var row in known.Where(row => row.Kind == IdentityKind.Telegram && claim.TelegramUserId is { } person))
        {
            // What the host says goes before what was concluded from who used the invitation.
            row.IsOwn = Same(row, Identity.OfPerson(claim.TelegramUserId!.Value));
        }
    }

    private static bool Same(IdentityRow row, Identity identity) => row.Kind == identity.Kind && row.Value == identity.Value;

    private async Task<IReadOnlyList<SuppressionRow>> SuppressionsOfAsync(IInvitationTables tables, IEnumerable<Identity> identities) =>
        await tables.FindSuppressionsAsync([.. identities.Select(hashes.Of).Distinct(StringComparer.Ordinal)]).ConfigureAwait(false);

    private async Task<SubjectRecord> SubjectAsync(IInvitationTables tables, Guid subject)
    {
        var identities = await tables.IdentitiesOfAsync([subject]).ConfigureAwait(false);
        var suppressions = await SuppressionsOfAsync(tables, identities.SelectMany(row => row.Identity.WithAliases())).ConfigureAwait(false);
        return new(subject, identities, suppressions);
    }
}
