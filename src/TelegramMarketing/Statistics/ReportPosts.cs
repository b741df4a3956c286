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
        Media = post.IsAlbum ? PostMediaType.Album : post.PollVoters is not null ? PostMediaType.Poll : post.HasMedia ? null : PostMediaType.None,
        Length = post.Text?.Length ?? (post.HasMedia ? 0 : null),
        IsForwarded = post.ForwardedFrom is not null,
        IsContinuation = post.ContinuationOf is not null,
        Views = post.Views is { } views ? [new ViewPoint(views.TrueFrom, views.ObservedAt, views.Value)] : [],
        Engagement = Engagement(post),
    };

    // A page without reactions may belong to a channel that has none, so nothing shown is unknown and not zero.
    private static long? Engagement(PostStatistics post) =>
        post.Reactions.Count == 0 && post.PollVoters is null ? null : post.Reactions.Sum(reaction => reaction.Count.Value) + (post.PollVoters?.Value.Value ?? 0);
}
