using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Statistics.Collecting;

/// <summary>
/// When which post is to be read. Each age of a post is a window of time around it, from seven days on after it: a reading in it counts as that age. A post is due when the third quarter of its window ends, so that
/// by then as many other posts of the page as possible have an open window too, and the last quarter is left for tries again.
/// </summary>
internal sealed class ReadingSchedule(IReadOnlyList<TimeSpan> ages, double tolerance)
{
    private readonly SortedList<int, TrackedPost> _posts = [];

    /// <summary>The posts, in the order of their messages.</summary>
    public IList<TrackedPost> Posts => _posts.Values;

    /// <summary>How long after its publication a post is of no interest any more.</summary>
    public TimeSpan Horizon => ages[^1] * (1 + tolerance);

    /// <summary>Adds a post, if a reading of it is still to come.</summary>
    /// <param name="post">The post.</param>
    /// <param name="readings">When it was read already.</param>
    /// <param name="closedUntil">Windows that ended by then are past: nobody waits for them.</param>
    public TrackedPost? Add(CollectedPost post, IEnumerable<DateTimeOffset> readings, DateTimeOffset closedUntil)
    {
        if (post.PublishedAt is not { } publishedAt || post.GoneAt is not null || End(publishedAt, ages.Count - 1) <= closedUntil)
        {
            return null;
        }

        var tracked = new TrackedPost(post, publishedAt) { Wanted = (uint)((1UL << ages.Count) - 1) };
        for (var age = 0; age < ages.Count; age++)
        {
            if (End(publishedAt, age) <= closedUntil)
            {
                tracked.Wanted &= ~(1u << age);
            }
        }

        foreach (var reading in readings)
        {
            Serve(tracked, reading);
        }

        return _posts[post.MessageId] = tracked;
    }

    /// <summary>The post that a message belongs to.</summary>
    public bool TryFind(PostStatistics shown, [NotNullWhen(true)] out TrackedPost? tracked)
    {
        if (_posts.TryGetValue(shown.Post.MessageId, out tracked))
        {
            return true;
        }

        // The end of a page may have cut an album, or its first item is gone.
        tracked = _posts.Values.FirstOrDefault(post => post.Post.AlbumIds.Count > 0 && (post.Post.Holds(shown.Post.MessageId) || shown.AlbumMessageIds.Any(post.Post.Holds)));
        return tracked is not null;
    }

    public void Remove(int messageId) => _posts.Remove(messageId);

    /// <summary>A reading at this time would serve an age that is still wanted.</summary>
    public bool IsOpen(TrackedPost post, DateTimeOffset at) => Windows(post).Any(age => Holds(post.PublishedAt, age, at));

    /// <summary>The post was read.</summary>
    /// <returns>The reading serves an age that was still wanted.</returns>
    public bool Serve(TrackedPost post, DateTimeOffset at)
    {
        var before = post.Wanted;
        foreach (var age in Windows(post).Where(age => Holds(post.PublishedAt, age, at)))
        {
            post.Wanted &= ~(1u << age);
        }

        return post.Wanted != before;
    }

    /// <summary>When a post is due next; <see langword="null"/> when no reading of it is wanted.</summary>
    public DateTimeOffset? DueAt(TrackedPost post)
    {
        if (post.Wanted == 0)
        {
            return null;
        }

        // Windows of neighbouring ages may overlap, but they end in the order of the ages.
        var age = BitOperations.TrailingZeroCount(post.Wanted);
        var due = post.PublishedAt + (ages[age] * (1 + (tolerance / 2)));
        return due < post.NotBefore ? post.NotBefore : due;
    }

    /// <summary>The post that is due first, and when.</summary>
    public (TrackedPost Post, DateTimeOffset At)? First()
    {
        (TrackedPost Post, DateTimeOffset At)? first = null;
        foreach (var post in _posts.Values)
        {
            if (DueAt(post) is { } at && (first is null || at < first.Value.At))
            {
                first = (post, at);
            }
        }

        return first;
    }

    /// <summary>Gives up the ages whose window has passed without a reading, and forgets posts of which nothing is due any more.</summary>
    /// <returns>There were such ages.</returns>
    public bool TakeMissed(DateTimeOffset now)
    {
        var missed = false;
        foreach (var post in _posts.Values.ToArray())
        {
            foreach (var age in Windows(post).Where(age => End(post.PublishedAt, age) < now))
            {
                post.Wanted &= ~(1u << age);
                missed = true;
            }

            if (post.PublishedAt + Horizon < now)
            {
                _posts.Remove(post.Post.MessageId);
            }
        }

        return missed;
    }

    /// <summary>The end of the window that a post is due for.</summary>
    public DateTimeOffset EndOfWindow(TrackedPost post) => End(post.PublishedAt, BitOperations.TrailingZeroCount(post.Wanted));

    private static IEnumerable<int> Windows(TrackedPost post)
    {
        for (var left = post.Wanted; left != 0; left &= left - 1)
        {
            yield return BitOperations.TrailingZeroCount(left);
        }
    }

    private bool Holds(DateTimeOffset publishedAt, int age, DateTimeOffset at) => at >= Start(publishedAt, age) && at <= End(publishedAt, age);

    // A post counts as mature only by a figure that is as old: read a day early, it would be left out until the next age, weeks later.
    private DateTimeOffset Start(DateTimeOffset publishedAt, int age) => publishedAt + (ages[age] >= PostJudge.MatureAge ? ages[age] : ages[age] * (1 - tolerance));

    private DateTimeOffset End(DateTimeOffset publishedAt, int age) => publishedAt + (ages[age] * (1 + tolerance));
}
