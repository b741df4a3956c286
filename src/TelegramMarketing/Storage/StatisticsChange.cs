namespace TelegramMarketing.Storage;

/// <summary>What is to be kept about a channel. Keeping it twice is harmless.</summary>
internal sealed record StatisticsChange
{
    /// <summary>Posts that are new or known better than before.</summary>
    public IReadOnlyList<CollectedPost> Posts { get; init; } = [];

    public IReadOnlyList<PostReading> Views { get; init; } = [];

    public IReadOnlyList<FigureReading> Figures { get; init; } = [];

    public IReadOnlyList<MemberChange> Members { get; init; } = [];

    public IReadOnlyList<StatisticsGap> Gaps { get; init; } = [];

    public IReadOnlyList<CommentThread> Threads { get; init; } = [];

    public DateTimeOffset? LookedAt { get; init; }

    public DateTimeOffset? CoveredFrom { get; init; }
}
