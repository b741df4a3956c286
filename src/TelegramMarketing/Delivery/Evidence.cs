namespace TelegramMarketing.Delivery;

/// <summary>What a look at the channel says about a send in doubt.</summary>
/// <param name="Kind">How much it proves.</param>
/// <param name="Sightings">What looks like it, in the order of the channel.</param>
internal readonly record struct Evidence(EvidenceKind Kind, IReadOnlyList<Sighting> Sightings)
{
    public static Evidence Unclear { get; } = new(EvidenceKind.Unclear, []);

    public static Evidence NothingFound { get; } = new(EvidenceKind.NothingFound, []);

    public static Evidence Absent { get; } = new(EvidenceKind.Absent, []);

    public static Evidence Suspect { get; } = new(EvidenceKind.Suspect, []);

    /// <summary>What looks like it, one or more.</summary>
    public static Evidence Found(IEnumerable<Sighting> sightings) => new(EvidenceKind.Found, [.. sightings.OrderBy(sighting => sighting.MessageIds[0])]);
}
