using TelegramMarketing.Hosting;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Statistics.Collecting;

/// <summary>Reads the posts of one channel when the collector says so: the latest ones, or one that is due with all that its page serves beside it.</summary>
internal sealed class ChannelReader(BotContext context, ChannelAddress channel, CollectionSources sources, IStatisticsStore store, ReadingSchedule schedule, PostKeeper keeper, bool isCovered)
{
    private static readonly TimeSpan SampleEvery = TimeSpan.FromHours(6);
    private static readonly TimeSpan TryAgain = TimeSpan.FromMinutes(5);
    private bool _isCovered = isCovered;

    /// <summary>When the latest posts are to be looked at; <see langword="null"/> where no source lists them.</summary>
    public DateTimeOffset? LookAt { get; private set; } = sources.Lister is null ? null : DateTimeOffset.MinValue;

    /// <summary>When the subscribers are to be counted; <see langword="null"/> where no source does.</summary>
    public DateTimeOffset? SampleAt { get; private set; } = sources.ReadSubscribers ? DateTimeOffset.MinValue : null;

    private StatisticsOptions Options => context.Options.Statistics;

    private DateTimeOffset Now => context.Clock.UtcNow;

    /// <summary>Looks for posts that the library did not publish; once, at the beginning, for those of the past as well.</summary>
    public async Task LookAsync(CancellationToken stop)
    {
        if (_isCovered && sources.Pages is { } pages)
        {
            await ReadPageAsync(pages, before: null, stop).ConfigureAwait(false);
            return;
        }

        var from = _isCovered ? Now - (2 * Options.LookEvery) : Now - Options.ReadBack;
        await ListAsync(from, _isCovered ? null : from, stop).ConfigureAwait(false);
        _isCovered = true;
        LookAt = Now + Options.LookEvery;
    }

    /// <summary>Reads a post that is due.</summary>
    public async Task ReadDueAsync(TrackedPost due, CancellationToken stop)
    {
        if (sources.Pages is { } pages && await TryReadPageAsync(pages, due, stop).ConfigureAwait(false) is { } page)
        {
            if (!IsDue(due))
            {
                return;
            }

            if (page.Any(post => due.Post.Holds(post.Post.MessageId)))
            {
                Defer(due);
                return;
            }
        }

        await ReadAloneAsync(due, stop).ConfigureAwait(false);
    }

    /// <summary>Counts the subscribers.</summary>
    public async Task SampleAsync(CancellationToken stop)
    {
        if (await sources.ReadSubscribersAsync(channel, stop).ConfigureAwait(false) is { } reading)
        {
            var sample = new FigureReading(FigureReading.OfChannel, CollectedFigures.Subscribers, reading);
            await store.SaveAsync(CollectedChannels.KeyOf(channel), new() { Figures = [sample] }, stop).ConfigureAwait(false);
        }

        SampleAt = Now + SampleEvery;
    }

    private async Task ListAsync(DateTimeOffset from, DateTimeOffset? coveredFrom, CancellationToken stop)
    {
        var batch = new List<PostStatistics>();
        await foreach (var post in sources.Lister!.ReadChannelAsync(channel, from, DateTimeOffset.MaxValue, stop).ConfigureAwait(false))
        {
            batch.Add(post);
            if (batch.Count == PagePlan.MessagesOnPage)
            {
                await keeper.KeepAsync(batch, Now, null, stop).ConfigureAwait(false);
                batch.Clear();
            }
        }

        await keeper.KeepAsync(batch, Now, coveredFrom, stop).ConfigureAwait(false);
    }

    /// <returns><see langword="null"/> when the channel shows no pages, though it may show single posts.</returns>
    private async Task<IReadOnlyList<PostStatistics>?> TryReadPageAsync(IPagedViewSource pages, TrackedPost due, CancellationToken stop)
    {
        try
        {
            return await ReadPageAsync(pages, PagePlan.Choose(schedule.Posts, due, post => schedule.IsOpen(post, Now)), stop).ConfigureAwait(false);
        }
        catch (TelegramMarketingException exception) when (exception.Error == TelegramMarketingError.NoPublicPage)
        {
            return null;
        }
    }

    private async Task<IReadOnlyList<PostStatistics>> ReadPageAsync(IPagedViewSource pages, int? before, CancellationToken stop)
    {
        var page = await pages.ReadPageAsync(channel, before, stop).ConfigureAwait(false);

        // The end of the page may have cut an album, whose half must not be taken for a post.
        var isFull = page.Sum(post => Math.Max(1, post.AlbumMessageIds.Count)) >= PagePlan.MessagesOnPage;
        var mayBeHalf = isFull && page[0].HasMedia && !schedule.TryFind(page[0], out _);
        var newest = schedule.Posts.Count > 0 ? schedule.Posts[^1].PublishedAt : (DateTimeOffset?)null;
        await keeper.KeepAsync(mayBeHalf ? [.. page.Skip(1)] : page, Now, null, stop).ConfigureAwait(false);
        if (before is null)
        {
            LookAt = Now + Options.LookEvery;
            if (isFull && newest is { } known && page[0].PublishedAt > known)
            {
                // More posts have come than one page shows.
                await ListAsync(known, null, stop).ConfigureAwait(false);
            }
        }

        return page;
    }

    private async Task ReadAloneAsync(TrackedPost due, CancellationToken stop)
    {
        var shown = await sources.ReadPostAsync(new PostReference(channel, due.Post.MessageId), stop).ConfigureAwait(false);
        switch (shown?.Availability)
        {
            case PostAvailability.Available:
                // A source of one post need not know its time or its album.
                await keeper.KeepAsync([shown with { PublishedAt = due.PublishedAt, AlbumMessageIds = due.Post.AlbumIds }], Now, null, stop).ConfigureAwait(false);
                break;
            case PostAvailability.NotFound or PostAvailability.ServiceMessage when Now - due.PublishedAt > Options.LookEvery:
                await keeper.KeepGoneAsync(due, Now, stop).ConfigureAwait(false);
                return;
            case PostAvailability.Throttled:
                throw new TelegramMarketingException(TelegramMarketingError.TooManyRequests, "The source refuses for now.");
            case PostAvailability.Unreadable or PostAvailability.NoPreview or PostAvailability.ChannelNotFound or PostAvailability.NotAChannel or PostAvailability.PrivateChannel:
                throw new TelegramMarketingException(TelegramMarketingError.NoPublicPage, $"The source does not show the posts ({shown.Availability}).");
        }

        if (IsDue(due))
        {
            Defer(due);
        }
        else if (sources.MinimumInterval > TimeSpan.Zero)
        {
            due.NotBefore = Now + sources.MinimumInterval;
        }
    }

    private bool IsDue(TrackedPost post) => schedule.DueAt(post) is { } at && at <= Now;

    /// <summary>Nothing was to be read of the post: it is tried again before its window ends, but not at once.</summary>
    private void Defer(TrackedPost post)
    {
        var pause = (schedule.EndOfWindow(post) - Now) / 3;
        pause = pause > TryAgain ? pause : TryAgain;
        post.NotBefore = Now + (pause > sources.MinimumInterval ? pause : sources.MinimumInterval);
    }
}
