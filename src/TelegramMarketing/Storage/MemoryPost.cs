using TelegramMarketing.Statistics;

namespace TelegramMarketing.Storage;

/// <summary>What is kept in memory of one post.</summary>
internal sealed class MemoryPost(CollectedPost post, MemoryFigures? figures)
{
    public const int FigureCap = 500;

    public CollectedPost Post { get; set; } = post;

    public SortedList<(DateTimeOffset At, string Source), Reading> Views { get; } = [];

    public MemoryFigures Figures { get; } = figures ?? new MemoryFigures(FigureCap);

    /// <summary>The post with what is last known of its figures.</summary>
    public CollectedPost Current => Post with
    {
        Reactions = Figures.Latest(CollectedFigures.Reactions)?.Reading.Value.Value,
        PollVoters = Figures.Latest(CollectedFigures.PollVoters)?.Reading.Value.Value,
        Comments = Figures.Latest(CollectedFigures.Comments)?.Reading.Value.Value,
    };

    public LatestFigures Latest() => new(Current, Views.Count > 0 ? Views.Values[^1] : null, Figures.LatestOfEach());

    public PostViews OverTime() => new(Current, [.. Views.Values.Select(reading => new ViewPoint(reading.TrueFrom, reading.ObservedAt, reading.Value))]);
}
