namespace TelegramMarketing.Storage;

/// <summary>What an event means for its invitation.</summary>
internal static class InvitationProgress
{
    public static void Apply(InvitationRow row, ConsentEvent consentEvent)
    {
        row.Reached |= 1 << (int)consentEvent.Kind;
        row.IsGone = consentEvent.Kind switch
        {
            ConsentEventKind.Joined => false,
            ConsentEventKind.Left => row.HasReached(ConsentEventKind.Joined),
            _ => row.IsGone,
        };
        row.State = Advance(row.State, consentEvent);
        switch (consentEvent.Kind)
        {
            case ConsentEventKind.Invited:
                row.IsComplete = true;
                break;
            case ConsentEventKind.Requested:
                row.Reached &= ~(1 << (int)ConsentEventKind.Unanswered);
                break;
            case ConsentEventKind.Joined:
                row.Reached &= ~(1 << (int)ConsentEventKind.Unanswered);
                row.IsLinkRenewed = false;
                break;
            case ConsentEventKind.Delivered or ConsentEventKind.HandedOver:
                (row.Delivery, row.Transport) = (DeliveryState.Done, consentEvent.Transport);
                row.DeliveryAt ??= consentEvent.At.UtcTicks;
                break;
            case ConsentEventKind.Bounced:
                (row.Delivery, row.Transport, row.DeliveryAt) = (DeliveryState.Open, null, null);
                row.BouncedBy = string.Join(',', row.BouncedBy.Split(',', StringSplitOptions.RemoveEmptyEntries).Append(consentEvent.Transport).OfType<string>().Distinct(StringComparer.Ordinal));
                break;
        }
    }

    private static InvitationState Advance(InvitationState state, ConsentEvent consentEvent) => consentEvent.Kind switch
    {
        _ when state == InvitationState.OptedOut => state,

        // Who has only blocked the bot may be invited by other means, and may be in the channel.
        ConsentEventKind.OptedOut => consentEvent.Transport is null ? InvitationState.OptedOut : state,
        ConsentEventKind.Complained or ConsentEventKind.Erased => InvitationState.OptedOut,
        ConsentEventKind.Joined => InvitationState.Joined,
        ConsentEventKind.Left => state == InvitationState.Joined ? InvitationState.Left : state,
        ConsentEventKind.BotStarted => Max(state, InvitationState.BotStarted),
        ConsentEventKind.Delivered => Max(state, InvitationState.Delivered),
        ConsentEventKind.Bounced => Max(state, InvitationState.Bounced),
        _ => state,
    };

    private static InvitationState Max(InvitationState left, InvitationState right) => left > right ? left : right;
}
