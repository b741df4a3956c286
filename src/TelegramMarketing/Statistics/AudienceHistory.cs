namespace TelegramMarketing;

/// <summary>The audience of a channel over a period.</summary>
public sealed record AudienceHistory
{
    /// <summary>The number of subscribers, earliest first.</summary>
    /// <value>Empty when it was not sampled, as in a channel that is not collected.</value>
    public IReadOnlyList<Reading> Subscribers { get; init; } = [];

    /// <summary>How many joined, as far as Telegram told it.</summary>
    /// <value><see langword="null"/> when no join or leave was told in the period: then nothing is known, since the bot may not be an administrator, or receives no updates.</value>
    public long? Joined { get; init; }

    /// <summary>How many left, as far as Telegram told it.</summary>
    /// <value><see langword="null"/> as for <see cref="Joined"/>.</value>
    public long? Left { get; init; }

    /// <summary>When figures were due in the period and could not be read or received.</summary>
    public IReadOnlyList<StatisticsGap> Gaps { get; init; } = [];
}
