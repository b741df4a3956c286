using TelegramMarketing.Storage;

namespace TelegramMarketing.Statistics.Collecting;

/// <summary>What of a shown post is kept, and what a kept post shows.</summary>
internal static class CollectedPosts
{
    public static CollectedPost From(PostStatistics shown, DateTimeOffset now) => new()
    {
        MessageId = shown.IsAlbum ? shown.AlbumMessageIds[0] : shown.Post.MessageId,
        AlbumIds = shown.AlbumMessageIds,
        PublishedAt = shown.PublishedAt,
        Kind = shown.Kind,
        KindSource = shown.KindSource,
        Tags = shown.Tags,
        Signature = shown.Signature,
        Media = shown.Media,
        Length = shown.Length,
        HasButtons = shown.HasButtons,
        ForwardedFrom = shown.ForwardedFrom,
        ContinuationOf = shown.ContinuationOf?.MessageId,
        SeenAt = now,
    };

    /// <summary>The reactions and votes that are shown beside the views.</summary>
    public static IEnumerable<FigureReading> FiguresOf(int messageId, PostStatistics shown)
    {
        if (shown is { Views: { } views, Reactions.Count: > 0 })
        {
            yield return Reactions(messageId, shown.Reactions, views.Source, views.ObservedAt, views.Staleness);
        }

        if (shown.PollVoters is { } voters)
        {
            yield return new FigureReading(messageId, CollectedFigures.PollVoters, voters);
        }

        if (shown.Comments is { } comments)
        {
            yield return new FigureReading(messageId, CollectedFigures.Comments, comments);
        }
    }

    /// <summary>Reactions with their sum.</summary>
    public static FigureReading Reactions(int messageId, IReadOnlyList<ReactionCount> reactions, string source, DateTimeOffset observedAt, TimeSpan staleness)
    {
        var (low, high, value) = (reactions.Sum(reaction => reaction.Count.Low), reactions.Sum(reaction => reaction.Count.High), reactions.Sum(reaction => reaction.Count.Value));
        return new FigureReading(messageId, CollectedFigures.Reactions, new Reading(Count.Restore(low, high, value, null), source, observedAt, staleness)) { Reactions = reactions };
    }

    /// <summary>A kept post as statistics show it.</summary>
    public static PostStatistics Show(ChannelAddress channel, LatestFigures kept)
    {
        var post = kept.Post;
        return new PostStatistics
        {
            Post = new PostReference(channel, post.MessageId),
            Availability = post.GoneAt is null ? PostAvailability.Available : PostAvailability.NotFound,
            Views = kept.Views,
            Reactions = kept.Others.FirstOrDefault(figure => figure.Figure == CollectedFigures.Reactions)?.Reactions ?? [],
            PollVoters = kept.Others.FirstOrDefault(figure => figure.Figure == CollectedFigures.PollVoters)?.Reading,
            Comments = kept.Others.FirstOrDefault(figure => figure.Figure == CollectedFigures.Comments)?.Reading,
            PublishedAt = post.PublishedAt,
            Signature = post.Signature,
            AlbumMessageIds = post.AlbumIds,
            ForwardedFrom = post.ForwardedFrom,
            HasMedia = post.Media is not null and not PostMediaType.None,
            Media = post.Media,
            Length = post.Length,
            HasButtons = post.HasButtons,
            Kind = post.Kind,
            KindSource = post.KindSource,
            Tags = post.Tags,
            ContinuationOf = post.ContinuationOf is { } first ? new PostReference(channel, first) : null,
        };
    }
}
