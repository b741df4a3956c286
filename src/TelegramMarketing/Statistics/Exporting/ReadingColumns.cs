namespace TelegramMarketing.Statistics.Exporting;

/// <summary>Readings as lines of a table.</summary>
internal static class ReadingColumns
{
    public static IReadOnlyList<string> Names { get; } = ["figure", "observed_at", "age_hours", "value", "low", "high", "source", "staleness_seconds"];

    public static IEnumerable<IEnumerable<object?>> RowsOf(PostHistory history) =>
        history.Views.Select(reading => Row("views", reading, history))
            .Concat(history.Reactions.Select(reading => Row("reactions", reading.Total, history)))
            .Concat(history.PollVoters.Select(reading => Row("poll_voters", reading, history)))
            .Concat(history.Comments.Select(reading => Row("comments", reading, history)));

    private static IEnumerable<object?> Row(string figure, Reading reading, PostHistory history) =>
    [
        figure, reading.ObservedAt, history.Post.PublishedAt is { } at ? Math.Round((reading.ObservedAt - at).TotalHours, 3) : null,
        reading.Value.Value, reading.Value.Low, reading.Value.High, reading.Source, reading.Staleness.TotalSeconds,
    ];
}
