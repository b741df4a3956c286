namespace TelegramMarketing.Storage;

/// <summary>A reading of another figure.</summary>
/// <param name="MessageId">The post; 0 for a figure of the channel.</param>
/// <param name="Figure">Which one, a single flag.</param>
/// <param name="Reading">Its value; of reactions all together.</param>
internal sealed record FigureReading(int MessageId, CollectedFigures Figure, Reading Reading)
{
    /// <summary>The message that stands for the channel itself.</summary>
    public const int OfChannel = 0;

    /// <summary>The reactions one by one.</summary>
    public IReadOnlyList<ReactionCount> Reactions { get; init; } = [];
}
