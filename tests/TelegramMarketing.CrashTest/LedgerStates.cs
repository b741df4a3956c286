namespace TelegramMarketing.CrashTest;

/// <summary>How many publications are in which state.</summary>
internal static class LedgerStates
{
    /// <summary>Counts them. An end waits for its post: while that is in doubt, so is the end.</summary>
    public static SortedDictionary<PublicationState, int> Count(IReadOnlyCollection<Publication> ledger)
    {
        var inDoubt = ledger.Where(publication => publication.State == PublicationState.Unknown).Select(publication => publication.Id).ToHashSet();
        var states = ledger.Select(publication => publication is { State: PublicationState.Scheduled, Target: { } target } && inDoubt.Contains(target) ? PublicationState.Unknown : publication.State);
        return new SortedDictionary<PublicationState, int>(states.CountBy(state => state).ToDictionary());
    }
}
