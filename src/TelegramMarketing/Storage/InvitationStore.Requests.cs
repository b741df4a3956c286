namespace TelegramMarketing.Storage;

internal sealed partial class InvitationStore
{
    public Task<bool> RequestAsync(ConsentEvent requested, long person, DateTimeOffset? answerBy, CancellationToken cancellationToken) => ChangeAsync(
        requested.Invitation!.Value,
        async (tables, row) =>
        {
            // An update that comes again must not open what has been answered since.
            if (!await AppendAsync(tables, row, requested).ConfigureAwait(false))
            {
                return false;
            }

            var dueAt = Math.Min(answerBy?.UtcTicks ?? long.MaxValue, row.ExpiresAt ?? long.MaxValue);
            if (await tables.FindJoinRequestAsync(row.Id).ConfigureAwait(false) is { } earlier)
            {
                (earlier.Person, earlier.DueAt, earlier.IsOver) = (person, dueAt, false);
                return true;
            }

            tables.Add(new JoinRequestRow { Invitation = row.Id, ChannelId = row.ChannelId, Person = person, DueAt = dueAt });
            return true;
        },
        cancellationToken);

    public Task<IReadOnlyList<JoinRequestToDecline>> TakeRequestsToDeclineAsync(DateTimeOffset at, int limit, CancellationToken cancellationToken) =>
        database.RunAsync<IReadOnlyList<JoinRequestToDecline>>(
            async tables =>
            {
                var due = await tables.JoinRequestsToDeclineAsync(at.UtcTicks, limit).ConfigureAwait(false);
                foreach (var request in due.Where(request => !request.IsOver))
                {
                    await LapseAsync(tables, request, at).ConfigureAwait(false);
                }

                return [.. due.Select(request => new JoinRequestToDecline(request.Invitation, request.ChannelId, request.Person))];
            },
            cancellationToken);

    public async Task RequestsDeclinedAsync(IReadOnlyList<Guid> invitations, CancellationToken cancellationToken)
    {
        var isOfErased = await database.RunAsync(
            async tables =>
            {
                var isOfErased = false;
                foreach (var invitation in invitations)
                {
                    // Who has asked again meanwhile waits for an answer.
                    if (await tables.FindJoinRequestAsync(invitation).ConfigureAwait(false) is { IsOver: true } request)
                    {
                        tables.Remove(request);
                        isOfErased |= await tables.FindAsync(invitation).ConfigureAwait(false) is not { Token: not null };
                    }
                }

                return isOfErased;
            },
            cancellationToken).ConfigureAwait(false);
        if (isOfErased)
        {
            await database.ScrubAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }

    public Task PostponeDecliningAsync(Guid invitation, DateTimeOffset until, CancellationToken cancellationToken) => database.RunAsync(
        async tables =>
        {
            if (await tables.FindJoinRequestAsync(invitation).ConfigureAwait(false) is { IsOver: true } request)
            {
                request.DueAt = until.UtcTicks;
            }

            return true;
        },
        cancellationToken);

    private static async Task LapseAsync(IInvitationTables tables, JoinRequestRow request, DateTimeOffset at)
    {
        request.IsOver = true;
        if (await tables.FindAsync(request.Invitation).ConfigureAwait(false) is { } row)
        {
            var unanswered = new ConsentEvent
            {
                Kind = ConsentEventKind.Unanswered,
                At = at,
                Subject = row.Subject,
                Invitation = row.Id,
                Channel = ChannelAddress.Parse(row.Channel),
                Campaign = row.Campaign,
            };
            await AppendAsync(tables, row, unanswered).ConfigureAwait(false);
        }
    }

    /// <summary>What an event means for a request that waits.</summary>
    private static async Task FollowRequestAsync(IInvitationTables tables, InvitationRow row, ConsentEvent consentEvent)
    {
        var isOpened = consentEvent.Kind is ConsentEventKind.Consented or ConsentEventKind.Joined;
        if (row.Link != InvitationLinkKind.ApprovalLink || !(isOpened || consentEvent.Kind == ConsentEventKind.Declined || IsEnd(consentEvent))
            || await tables.FindJoinRequestAsync(row.Id).ConfigureAwait(false) is not { } request)
        {
            return;
        }

        if (isOpened)
        {
            tables.Remove(request);
            return;
        }

        (request.DueAt, request.IsOver) = (Math.Min(request.DueAt, consentEvent.At.UtcTicks), true);
    }

    /// <summary>The invitation has ended before its time, and nobody is let in by it any more.</summary>
    private static async Task EndRequestAsync(IInvitationTables tables, InvitationRow row, long at)
    {
        if (row.Link == InvitationLinkKind.ApprovalLink && await tables.FindJoinRequestAsync(row.Id).ConfigureAwait(false) is { } request)
        {
            request.DueAt = Math.Min(request.DueAt, at);
        }
    }

    /// <summary>The customer wants nothing more, or is not to be known any more.</summary>
    private static bool IsEnd(ConsentEvent consentEvent) =>
        consentEvent.Kind is ConsentEventKind.Complained or ConsentEventKind.Erased || consentEvent is { Kind: ConsentEventKind.OptedOut, Transport: null };
}
