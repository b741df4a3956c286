namespace TelegramMarketing.Statistics;

/// <summary>Makes posts for a report of what a source shows now: one reading each.</summary>
internal static class ReportPosts
{
    public static ReportPost From(PostStatistics post) => new()
    {
        MessageId = post.Post.MessageId,
        PublishedAt = post.PublishedAt,
        Kind = post.Kind,
        Tags = post.Tags,
        Author = post.Signature,
        Media = post.Media ?? (post.IsAlbum ? PostMediaType.Album : post.PollVoters is not null ? PostMediaType.Poll : post.HasMedia ? null : PostMediaType.None),
        Length = post.Length ?? post.Text?.Length ?? (post.HasMedia ? 0 : null),
        HasButtons = post.HasButtons,
        IsForwarded = post.ForwardedFrom is not null,
        IsContinuation = post.ContinuationOf is not null,
        Views = post.Views is { } views ? [new ViewPoint(views.TrueFrom, views.ObservedAt, views.Value)] : [],
        Engagement = Engagement(post),
    };

    /// <summary>What was kept of a post, and what its source shows now.</summary>
    public static ReportPost Join(ReportPost kept, ReportPost shown) => kept with
    {
        Views = shown.Views is [var now] && (kept.Views is not [.., var last] || last.ObservedAt < now.ObservedAt) ? [.. kept.Views, now] : kept.Views,
        Engagement = shown.Engagement ?? kept.Engagement,
    };

    // A page without reactions may belong to a channel that has none, so nothing shown is unknown and not zero.
    private static long? Engagement(PostStatistics post) =>
        post.Reactions.Count == 0 && post.PollVoters is null ? null : post.Reactions.Sum(reaction => reaction.Count.Value) + (post.PollVoters?.Value.Value ?? 0);
}
