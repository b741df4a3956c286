namespace TelegramMarketing.Delivery;

/// <summary>What a look at the channel says about a send in doubt.</summary>
internal readonly record struct Evidence(EvidenceKind Kind, IReadOnlyList<int> MessageIds)
{
    public static Evidence Unclear { get; } = new(EvidenceKind.Unclear, []);

    public static Evidence NothingFound { get; } = new(EvidenceKind.NothingFound, []);

    public static Evidence Absent { get; } = new(EvidenceKind.Absent, []);

    public static Evidence Found(IReadOnlyList<int> messageIds) => new(EvidenceKind.Found, messageIds);
}
