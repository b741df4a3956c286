using TelegramMarketing.Storage;

namespace TelegramMarketing.Statistics.Collecting;

/// <summary>Keeps what a source shows of the posts of one channel: new posts with their kind, and readings that serve an age.</summary>
internal sealed class PostKeeper(ChannelAddress channel, CollectedChannels channels, IStatisticsStore store, PostKinds kinds, ReadingSchedule schedule)
{
    /// <summary>A post that the library published a short time before it was shown may not be in the ledger yet.</summary>
    private static readonly TimeSpan KindSettles = TimeSpan.FromDays(2);
    private readonly string _key = CollectedChannels.KeyOf(channel);

    /// <summary>Keeps what is of use of the posts shown.</summary>
    /// <param name="shown">The posts; service messages and posts without a time are passed over.</param>
    /// <param name="now">The present time.</param>
    /// <param name="coveredFrom">From when on all posts are known by now; <see langword="null"/> where that has not changed.</param>
    /// <param name="cancellationToken">The host stops.</param>
    public async Task KeepAsync(IReadOnlyCollection<PostStatistics> shown, DateTimeOffset now, DateTimeOffset? coveredFrom, CancellationToken cancellationToken)
    {
        var (posts, views, figures, served) = (new List<CollectedPost>(), new List<PostReading>(), new List<FigureReading>(), new List<(TrackedPost Post, DateTimeOffset At)>());
        foreach (var post in shown.Where(post => post is { Availability: PostAvailability.Available, PublishedAt: not null }))
        {
            if (post.ChannelId is { } id)
            {
                channels.Learn(channel, id);
            }

            if (schedule.TryFind(post, out var tracked))
            {
                if (await CorrectKindAsync(tracked, post, now, cancellationToken).ConfigureAwait(false) is { } corrected)
                {
                    posts.Add(corrected);
                }

                if (post.Views is { } reading && schedule.IsOpen(tracked, reading.ObservedAt))
                {
                    Take(tracked.Post.MessageId, post, reading);
                    served.Add((tracked, reading.ObservedAt));
                }
            }
            else if (await store.FindPostAsync(_key, post.Post.MessageId, cancellationToken).ConfigureAwait(false) is null)
            {
                var added = CollectedPosts.From(await kinds.TellAsync(post, cancellationToken).ConfigureAwait(false), now);
                posts.Add(added);
                if (post.Views is { } reading)
                {
                    Take(added.MessageId, post, reading);
                }
            }
        }

        await store.SaveAsync(_key, new() { Posts = posts, Views = views, Figures = figures, LookedAt = now, CoveredFrom = coveredFrom }, cancellationToken).ConfigureAwait(false);
        foreach (var (post, at) in served)
        {
            schedule.Serve(post, at);
        }

        Follow(posts, views, now);

        void Take(int messageId, PostStatistics post, Reading reading)
        {
            views.Add(new PostReading(messageId, reading));
            figures.AddRange(CollectedPosts.FiguresOf(messageId, post));
        }
    }

    /// <summary>Keeps posts that the library has just published.</summary>
    public async Task KeepPublishedAsync(IReadOnlyList<CollectedPost> published, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // A page may have shown them before.
        var posts = new List<CollectedPost>(published.Count);
        foreach (var post in published)
        {
            var known = await store.FindPostAsync(_key, post.MessageId, cancellationToken).ConfigureAwait(false);
            posts.Add(known is null ? post : post with { SeenAt = known.SeenAt, Signature = known.Signature });
        }

        await store.SaveAsync(_key, new() { Posts = posts }, cancellationToken).ConfigureAwait(false);
        Follow(posts, [], now);
    }

    /// <summary>A post was found to be gone.</summary>
    public async Task KeepGoneAsync(TrackedPost tracked, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await store.SaveAsync(_key, new() { Posts = [tracked.Post with { GoneAt = now }], LookedAt = now }, cancellationToken).ConfigureAwait(false);
        schedule.Remove(tracked.Post.MessageId);
    }

    private async ValueTask<CollectedPost?> CorrectKindAsync(TrackedPost tracked, PostStatistics shown, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (tracked.Post.KindSource == KindSource.Ledger || now - tracked.PublishedAt > KindSettles)
        {
            return null;
        }

        var told = await kinds.AskLedgerAsync(shown, cancellationToken).ConfigureAwait(false);
        if (told.KindSource != KindSource.Ledger)
        {
            return null;
        }

        return tracked.Post = tracked.Post with { Kind = told.Kind, KindSource = told.KindSource, Tags = told.Tags, ContinuationOf = told.ContinuationOf?.MessageId };
    }

    private void Follow(IEnumerable<CollectedPost> posts, List<PostReading> views, DateTimeOffset now)
    {
        foreach (var post in posts)
        {
            if (schedule.Posts.FirstOrDefault(tracked => tracked.Post.MessageId == post.MessageId) is { } tracked)
            {
                tracked.Post = post;
            }
            else
            {
                schedule.Add(post, views.Where(view => view.MessageId == post.MessageId).Select(view => view.Reading.ObservedAt), now);
            }
        }
    }
}
