namespace TelegramMarketing.Statistics.Exporting;

/// <summary>A post as a line of a table. Names are kept: other programs read them.</summary>
internal static class PostColumns
{
    public static IReadOnlyList<string> Names { get; } =
    [
        "post", "message_id", "published_at", "kind", "kind_source", "tags", "author", "media", "length", "buttons", "forwarded_from", "continuation_of", "availability",
        "views", "views_low", "views_high", "views_source", "views_observed_at", "views_staleness_seconds", "reactions", "poll_voters", "comments", "engagement_rate",
    ];

    public static IEnumerable<object?> ValuesOf(PostStatistics post) =>
    [
        post.Post.ToString(), post.Post.MessageId, post.PublishedAt, post.Kind?.Name, post.Kind is null ? null : post.KindSource.ToString(), post.Tags.Count == 0 ? null : string.Join(' ', post.Tags),
        post.Signature, post.Media?.ToString(), post.Length, post.HasButtons, post.ForwardedFrom, post.ContinuationOf?.MessageId, post.Availability.ToString(),
        post.Views?.Value.Value, post.Views?.Value.Low, post.Views?.Value.High, post.Views?.Source, post.Views?.ObservedAt, post.Views?.Staleness.TotalSeconds,
        post.Reactions.Count == 0 ? null : post.Reactions.Sum(reaction => reaction.Count.Value), post.PollVoters?.Value.Value, post.Comments?.Value.Value, post.EngagementRate()?.Value,
    ];
}
