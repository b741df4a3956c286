namespace TelegramMarketing.Storage;

/// <summary>What an event means for its invitation and for the counts.</summary>
internal static class InvitationProgress
{
    public static void Apply(InvitationRow row, ConsentEvent consentEvent, Action<Func<FunnelCounts, FunnelCounts>> count)
    {
        if (row.Reach(consentEvent.Kind))
        {
            count(counts => AddFirst(counts, consentEvent.Kind));
        }

        var isGone = consentEvent.Kind switch
        {
            ConsentEventKind.Joined => false,
            ConsentEventKind.Left => row.HasReached(ConsentEventKind.Joined),
            _ => row.IsGone,
        };
        if (isGone != row.IsGone)
        {
            row.IsGone = isGone;
            count(counts => counts with { Left = counts.Left + (isGone ? 1 : -1) });
        }

        row.Record = row.Record with
        {
            HasJoined = row.HasReached(ConsentEventKind.Joined),
            State = Advance(row.Record.State, consentEvent),
            Delivery = consentEvent.Kind switch
            {
                ConsentEventKind.Delivered => DeliveryState.Done,
                ConsentEventKind.Undeliverable => DeliveryState.Open,
                _ => row.Record.Delivery,
            },
        };
    }

    private static FunnelCounts AddFirst(FunnelCounts counts, ConsentEventKind kind) => kind switch
    {
        ConsentEventKind.Invited => counts with { Invited = counts.Invited + 1 },
        ConsentEventKind.Delivered => counts with { Delivered = counts.Delivered + 1 },
        ConsentEventKind.Undeliverable => counts with { Undeliverable = counts.Undeliverable + 1 },
        ConsentEventKind.BotStarted => counts with { BotStarted = counts.BotStarted + 1 },
        ConsentEventKind.Joined => counts with { Joined = counts.Joined + 1 },
        ConsentEventKind.OptedOut => counts with { OptedOut = counts.OptedOut + 1 },
        _ => counts,
    };

    private static InvitationState Advance(InvitationState state, ConsentEvent consentEvent) => consentEvent.Kind switch
    {
        _ when state == InvitationState.OptedOut => state,

        // Who has only blocked the bot may be invited by other means, and may be in the channel.
        ConsentEventKind.OptedOut => consentEvent.Transport is null ? InvitationState.OptedOut : state,
        ConsentEventKind.Joined => InvitationState.Joined,
        ConsentEventKind.Left => state == InvitationState.Joined ? InvitationState.Left : state,
        ConsentEventKind.BotStarted => Max(state, InvitationState.BotStarted),
        ConsentEventKind.Delivered => Max(state, InvitationState.Delivered),
        ConsentEventKind.Undeliverable => Max(state, InvitationState.Undeliverable),
        _ => state,
    };

    private static InvitationState Max(InvitationState left, InvitationState right) => left > right ? left : right;
}
