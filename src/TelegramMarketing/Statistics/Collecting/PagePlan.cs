namespace TelegramMarketing.Statistics.Collecting;

/// <summary>Chooses the page that shows a post and serves most others beside it.</summary>
internal static class PagePlan
{
    /// <summary>How many messages a page shows; each item of an album is one.</summary>
    public const int MessagesOnPage = 20;

    /// <summary>The page to read.</summary>
    /// <param name="posts">The posts in the order of their messages.</param>
    /// <param name="wanted">The post that must be on it.</param>
    /// <param name="isOpen">Whether a reading of a post would be of use now.</param>
    /// <returns>The page shows the messages before this id; <see langword="null"/> for the latest page.</returns>
    public static int? Choose(IList<TrackedPost> posts, TrackedPost wanted, Func<TrackedPost, bool> isOpen)
    {
        var start = posts.IndexOf(wanted);
        var (best, bestCount) = (start, -1);
        var messages = 0;
        for (var top = start; top < posts.Count && (messages += posts[top].Messages) <= MessagesOnPage; top++)
        {
            var count = CountOpen(posts, top, isOpen);
            if (count >= bestCount)
            {
                (best, bestCount) = (top, count);
            }
        }

        // The latest page shows new posts as well.
        return messages <= MessagesOnPage ? null : posts[best].Post.LastMessageId + 1;
    }

    private static int CountOpen(IList<TrackedPost> posts, int top, Func<TrackedPost, bool> isOpen)
    {
        var (count, messages) = (0, 0);
        for (var index = top; index >= 0 && (messages += posts[index].Messages) <= MessagesOnPage; index--)
        {
            count += isOpen(posts[index]) ? 1 : 0;
        }

        return count;
    }
}
