using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using TelegramMarketing.Hosting;

namespace TelegramMarketing.Statistics;

/// <summary>Statistics from view sources, joined with what the ledger knows about the posts.</summary>
/// <param name="context">The bot's shared parts.</param>
/// <param name="sources">The sources, the preferred one first.</param>
/// <param name="published">What the library has published.</param>
internal sealed class PostStatisticsReader(BotContext context, IReadOnlyList<IViewSource> sources, IPublishedPosts published) : IPostStatistics
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
        return await JoinAsync(best, cancellationToken).ConfigureAwait(false);
    }

    public IAsyncEnumerable<PostStatistics> GetChannelAsync(
        ChannelAddress channel, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(channel);
        ThrowIfReversed(from, to);
        return ListAsync(channel, from, to, cancellationToken);
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
        var posts = new List<PostStatistics>();
        await foreach (var post in ListAsync(channel, from, to, cancellationToken).ConfigureAwait(false))
        {
            posts.Add(post);
        }

        return ReportBuilder.Build(channel, from, to, context.Clock.UtcNow, [.. posts.Select(ReportPosts.From)], options, []);
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
                yield return await JoinAsync(post, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async ValueTask<PostStatistics> JoinAsync(PostStatistics post, CancellationToken cancellationToken)
    {
        var channel = post.Post.Channel;
        var firstMessage = post.IsAlbum ? post.AlbumMessageIds[0] : post.Post.MessageId;
        var publication = await published.FindAsync(channel, post.ChannelId, firstMessage, cancellationToken).ConfigureAwait(false);
        return publication is null ? post : post with
        {
            Kind = publication.Kind,
            KindSource = KindSource.Ledger,
            Tags = publication.Tags,
            ContinuationOf = publication.FirstMessageId == firstMessage ? null : new PostReference(channel, publication.FirstMessageId),
        };
    }

    private IEnumerable<IViewSource> SourcesFor(ChannelAddress channel, ViewSourceCapabilities needed)
    {
        var all = channel.Username is null ? needed | ViewSourceCapabilities.PrivateChannels : needed;
        return sources.Where(source => (source.Capabilities & all) == all);
    }
}
