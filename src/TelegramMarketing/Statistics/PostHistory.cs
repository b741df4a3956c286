namespace TelegramMarketing;

/// <summary>The figures of one post over time, earliest first. A channel that is collected has them at the ages of <see cref="StatisticsOptions.Ages"/>; another one has what its source shows now.</summary>
public sealed record PostHistory
{
    /// <summary>The post with what is last known of it.</summary>
    public required PostStatistics Post { get; init; }

    /// <summary>The view counter.</summary>
    /// <value>Empty when it was never read. A counter can fall: Telegram corrects it.</value>
    public IReadOnlyList<Reading> Views { get; init; } = [];

    /// <summary>The reactions.</summary>
    public IReadOnlyList<ReactionReading> Reactions { get; init; } = [];

    /// <summary>The voters of a poll.</summary>
    public IReadOnlyList<Reading> PollVoters { get; init; } = [];

    /// <summary>The comments.</summary>
    public IReadOnlyList<Reading> Comments { get; init; } = [];

    /// <summary>When figures were due since the post was published and could not be read.</summary>
    public IReadOnlyList<StatisticsGap> Gaps { get; init; } = [];
}
