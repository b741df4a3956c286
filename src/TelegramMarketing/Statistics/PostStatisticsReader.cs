using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using TelegramMarketing.Hosting;
using TelegramMarketing.Statistics.Collecting;

namespace TelegramMarketing.Statistics;

/// <summary>Statistics from what was collected, and from view sources, joined with what is known about the kinds of the posts.</summary>
/// <param name="context">The bot's shared parts.</param>
/// <param name="sources">The sources, the preferred one first.</param>
/// <param name="kinds">Tells the kind of a post.</param>
/// <param name="collected">What was collected.</param>
internal sealed class PostStatisticsReader(BotContext context, IReadOnlyList<IViewSource> sources, PostKinds kinds, CollectedStatistics collected) : IPostStatistics
{
    public async Task<PostStatistics> GetPostAsync(PostReference post, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(post);
        using var activity = context.Clock.BeginOperation();
        PostStatistics? best = null;
        TelegramMarketingException? failure = null;
        foreach (var source in SourcesFor(post.Channel, ViewSourceCapabilities.Posts))
        {
            try
            {
                var statistics = await source.ReadPostAsync(post, cancellationToken).ConfigureAwait(false);
                best ??= statistics;
                if (statistics.Availability is PostAvailability.Available or PostAvailability.ServiceMessage)
                {
                    best = statistics;
                    break;
                }
            }
            catch (TelegramMarketingException exception)
            {
                failure ??= exception;
            }
        }

        if (best is null && failure is not null)
        {
            ExceptionDispatchInfo.Throw(failure);
        }

        best ??= new PostStatistics { Post = post, Availability = PostAvailability.PrivateChannel };
        var told = await kinds.TellAsync(best, cancellationToken).ConfigureAwait(false);
        return await collected.CompleteAsync(told, cancellationToken).ConfigureAwait(false);
    }

    public IAsyncEnumerable<PostStatistics> GetChannelAsync(
        ChannelAddress channel, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(channel);
        ThrowIfReversed(from, to);
        return ListAsync(channel, from, to, filter: null, cancellationToken);
    }

    public IAsyncEnumerable<PostStatistics> GetChannelAsync(
        ChannelAddress channel, DateTimeOffset from, DateTimeOffset to, PostFilter filter, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(channel);
        ArgumentNullException.ThrowIfNull(filter);
        ThrowIfReversed(from, to);
        return ListAsync(channel, from, to, filter, cancellationToken);
    }

    public async Task<PostHistory> GetHistoryAsync(PostReference post, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(post);
        using var activity = context.Clock.BeginOperation();
        if (await collected.FindHistoryAsync(post, context.Clock.UtcNow, cancellationToken).ConfigureAwait(false) is { } history)
        {
            return history;
        }

        var now = await GetPostAsync(post, cancellationToken).ConfigureAwait(false);
        return new PostHistory
        {
            Post = now,
            Views = now.Views is { } views ? [views] : [],
            Reactions = CollectedPosts.FiguresOf(post.MessageId, now).Where(figure => figure.Figure == CollectedFigures.Reactions).Select(figure => new ReactionReading(figure.Reading, figure.Reactions)).ToArray(),
            PollVoters = now.PollVoters is { } voters ? [voters] : [],
            Comments = now.Comments is { } comments ? [comments] : [],
        };
    }

    public async Task<AudienceHistory> GetAudienceAsync(ChannelAddress channel, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(channel);
        ThrowIfReversed(from, to);
        using var activity = context.Clock.BeginOperation();
        return collected.Find(channel) is { } kept ? await collected.GetAudienceAsync(kept, from, to, cancellationToken).ConfigureAwait(false) : new AudienceHistory();
    }

    public async Task<Reading?> GetSubscribersAsync(ChannelAddress channel, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(channel);
        using var activity = context.Clock.BeginOperation();
        foreach (var source in SourcesFor(channel, ViewSourceCapabilities.Subscribers))
        {
            if (await source.ReadSubscribersAsync(channel, cancellationToken).ConfigureAwait(false) is { } reading)
            {
                return reading;
            }
        }

        return null;
    }

    public Task<EditorialReport> GetReportAsync(ChannelAddress channel, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken = default) =>
        GetReportAsync(channel, from, to, new ReportOptions(), cancellationToken);

    public async Task<EditorialReport> GetReportAsync(
        ChannelAddress channel, DateTimeOffset from, DateTimeOffset to, ReportOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(channel);
        ArgumentNullException.ThrowIfNull(options);
        ThrowIfReversed(from, to);
        using var activity = context.Clock.BeginOperation();
        var kept = collected.Find(channel);
        var audience = kept is null ? [] : await collected.LoadAudienceAsync(kept, from, to, cancellationToken).ConfigureAwait(false);
        var posts = kept is null ? [] : await collected.LoadForReportAsync(kept, from, to, cancellationToken).ConfigureAwait(false);
        if (await UncoveredUntilAsync(channel, kept, from, to, cancellationToken).ConfigureAwait(false) is { } until)
        {
            await foreach (var post in ReadSourceAsync(channel, from, until, cancellationToken).ConfigureAwait(false))
            {
                var shown = ReportPosts.From(post);
                posts[shown.MessageId] = posts.TryGetValue(shown.MessageId, out var known) ? ReportPosts.Join(known, shown) : shown;
            }
        }

        return ReportBuilder.Build(channel, from, to, context.Clock.UtcNow, [.. posts.Values], options, audience);
    }

    private static void ThrowIfReversed(DateTimeOffset from, DateTimeOffset to)
    {
        if (from > to)
        {
            throw new ArgumentException("The period ends before it starts. Give the earlier time first.", nameof(from));
        }
    }

    // No operation is counted across a yield: between two posts the caller may wait for time.
    private async IAsyncEnumerable<PostStatistics> ListAsync(
        ChannelAddress channel, DateTimeOffset from, DateTimeOffset to, PostFilter? filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var kept = collected.Find(channel);
        var until = await UncoveredUntilAsync(channel, kept, from, to, cancellationToken).ConfigureAwait(false);
        if (kept is not null && until != to)
        {
            await foreach (var post in collected.ListAsync(kept, channel, until ?? from, to, cancellationToken).ConfigureAwait(false))
            {
                if (filter is null || filter.Accepts(post))
                {
                    yield return post;
                }
            }
        }

        if (until is { } end)
        {
            await foreach (var post in ReadSourceAsync(channel, from, end, cancellationToken).ConfigureAwait(false))
            {
                if (filter is null || filter.Accepts(post))
                {
                    yield return post;
                }
            }
        }
    }

    /// <summary>The end of the part of a period of which the store does not have all posts; <see langword="null"/> when it has them, or as many as there are to be had.</summary>
    private async ValueTask<DateTimeOffset?> UncoveredUntilAsync(ChannelAddress channel, ChannelAddress? kept, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        if (kept is null)
        {
            return to;
        }

        if (!SourcesFor(channel, ViewSourceCapabilities.Channels).Any())
        {
            return null;
        }

        var covered = await collected.CoveredFromAsync(kept, cancellationToken).ConfigureAwait(false);
        return covered is null || covered >= to ? to : covered > from ? covered : null;
    }

    private async IAsyncEnumerable<PostStatistics> ReadSourceAsync(
        ChannelAddress channel, DateTimeOffset from, DateTimeOffset to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var source = SourcesFor(channel, ViewSourceCapabilities.Channels).FirstOrDefault()
            ?? throw new TelegramMarketingException(
                TelegramMarketingError.NoPublicPage,
                "No view source lists this channel. The public page needs a public channel addressed by its @name; a private one needs a source that reads private channels.");
        await foreach (var post in source.ReadChannelAsync(channel, from, to, cancellationToken).ConfigureAwait(false))
        {
            if (post.Availability != PostAvailability.ServiceMessage)
            {
                yield return await kinds.TellAsync(post, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private IEnumerable<IViewSource> SourcesFor(ChannelAddress channel, ViewSourceCapabilities needed)
    {
        var all = channel.Username is null ? needed | ViewSourceCapabilities.PrivateChannels : needed;
        return sources.Where(source => (source.Capabilities & all) == all);
    }
}
