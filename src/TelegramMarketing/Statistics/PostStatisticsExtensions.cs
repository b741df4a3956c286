namespace TelegramMarketing;

/// <summary>The rates by which posts are compared in the field.</summary>
public static class PostStatisticsExtensions
{
    /// <summary>
    /// The engagement rate (ER) by views: reactions, poll votes and comments together, divided by the views of the same post. Shares and forwards, which other tools count as well, are shown by
    /// no source that a bot can read, and are left out.
    /// </summary>
    /// <returns><see langword="null"/> when the views are unknown or zero, or neither reactions, votes nor comments are known.</returns>
    /// <remarks>One person can count several times, by reacting and commenting. Views are not people either: the same reader can be counted again after a while.</remarks>
    public static Rate? EngagementRate(this PostStatistics post)
    {
        ArgumentNullException.ThrowIfNull(post);
        Count[] known = [.. post.Reactions.Select(reaction => reaction.Count), .. post.PollVoters is { } votes ? [votes.Value] : (Count[])[], .. post.Comments is { } comments ? [comments.Value] : (Count[])[]];
        return post.Views is not { } views || known.Length == 0
            ? null
            : Rate.Of(Count.Restore(known.Sum(count => count.Low), known.Sum(count => count.High), known.Sum(count => count.Value), null), views.Value);
    }

    /// <summary>
    /// The engagement rate by reach (ERR) as the field uses the word for Telegram channels: the views of the post divided by the number of subscribers. It says which part of the
    /// audience a post reaches; it can exceed 1, since readers who do not subscribe are counted too.
    /// </summary>
    /// <param name="post">The post.</param>
    /// <param name="subscribers">The subscribers, best at the time at which the post was published; see <see cref="IPostStatistics.GetAudienceAsync"/>.</param>
    /// <returns><see langword="null"/> when either figure is unknown, or there are no subscribers.</returns>
    public static Rate? ReachRate(this PostStatistics post, Reading? subscribers)
    {
        ArgumentNullException.ThrowIfNull(post);
        return post.Views is { } views && subscribers is not null ? Rate.Of(views.Value, subscribers.Value) : null;
    }
}
