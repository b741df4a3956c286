using System.Runtime.CompilerServices;
using TelegramMarketing.Storage;

namespace TelegramMarketing.Statistics.Collecting;

/// <summary>Reads what was collected.</summary>
internal sealed class CollectedStatistics(CollectedChannels channels, IStatisticsStore store)
{
    private const int PageSize = 200;
    private static readonly TimeSpan SampleIsNear = TimeSpan.FromDays(7);

    /// <summary>The channel as it is collected; <see langword="null"/> when it is not.</summary>
    public ChannelAddress? Find(ChannelAddress channel) => channels.Find(channel);

    /// <summary>From when on all posts of a collected channel are known; <see langword="null"/> while they are not.</summary>
    public async ValueTask<DateTimeOffset?> CoveredFromAsync(ChannelAddress collected, CancellationToken cancellationToken) =>
        (await store.FindChannelAsync(KeyOf(collected), cancellationToken).ConfigureAwait(false))?.CoveredFrom;

    /// <summary>Posts of a period, newest first.</summary>
    public async IAsyncEnumerable<PostStatistics> ListAsync(
        ChannelAddress collected, ChannelAddress asked, DateTimeOffset from, DateTimeOffset to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        int? before = null;
        IReadOnlyList<LatestFigures> page;
        do
        {
            page = await store.LoadPageAsync(KeyOf(collected), from, to, before, PageSize, cancellationToken).ConfigureAwait(false);
            foreach (var post in page)
            {
                before = post.Post.MessageId;
                yield return CollectedPosts.Show(asked, post);
            }
        }
        while (page.Count == PageSize);
    }

    /// <summary>One post over time; <see langword="null"/> when it is not kept.</summary>
    public async Task<PostHistory?> FindHistoryAsync(PostReference asked, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (channels.Find(asked.Channel) is not { } collected || await store.FindPostAsync(KeyOf(collected), asked.MessageId, cancellationToken).ConfigureAwait(false) is not { } post)
        {
            return null;
        }

        var key = KeyOf(collected);
        var views = await store.LoadViewsAsync(key, post.MessageId, cancellationToken).ConfigureAwait(false);
        var figures = await store.LoadFiguresAsync(key, post.MessageId, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, cancellationToken).ConfigureAwait(false);
        var latest = figures.GroupBy(figure => figure.Figure).Select(figure => figure.Last()).ToList();
        return new PostHistory
        {
            Post = CollectedPosts.Show(asked.Channel, new LatestFigures(post, views.Count > 0 ? views[^1] : null, latest)),
            Views = views,
            Reactions = [.. figures.Where(figure => figure.Figure == CollectedFigures.Reactions).Select(figure => new ReactionReading(figure.Reading, figure.Reactions))],
            PollVoters = ReadingsOf(figures, CollectedFigures.PollVoters),
            Comments = ReadingsOf(figures, CollectedFigures.Comments),
            Gaps = await store.LoadGapsAsync(key, post.PublishedAt ?? post.SeenAt, now, cancellationToken).ConfigureAwait(false),
        };
    }

    /// <summary>A post with the figures that its source does not show, as they are last known.</summary>
    public async Task<PostStatistics> CompleteAsync(PostStatistics shown, CancellationToken cancellationToken)
    {
        if (shown.Availability != PostAvailability.Available || channels.Find(shown.Post.Channel) is not { } collected
            || await store.FindPostAsync(KeyOf(collected), shown.Post.MessageId, cancellationToken).ConfigureAwait(false) is not { } post)
        {
            return shown;
        }

        var figures = await store.LoadFiguresAsync(KeyOf(collected), post.MessageId, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, cancellationToken).ConfigureAwait(false);
        return shown with
        {
            Reactions = shown.Reactions.Count > 0 ? shown.Reactions : figures.LastOrDefault(figure => figure.Figure == CollectedFigures.Reactions)?.Reactions ?? [],
            PollVoters = shown.PollVoters ?? figures.LastOrDefault(figure => figure.Figure == CollectedFigures.PollVoters)?.Reading,
            Comments = shown.Comments ?? figures.LastOrDefault(figure => figure.Figure == CollectedFigures.Comments)?.Reading,
        };
    }

    /// <summary>The audience over a period.</summary>
    public async Task<AudienceHistory> GetAudienceAsync(ChannelAddress collected, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var key = KeyOf(collected);
        var figures = await store.LoadFiguresAsync(key, FigureReading.OfChannel, from, to, cancellationToken).ConfigureAwait(false);
        var members = await store.CountMembersAsync(key, from, to, cancellationToken).ConfigureAwait(false);
        var areTold = members.Joined + members.Left > 0;
        return new AudienceHistory
        {
            Subscribers = ReadingsOf(figures, CollectedFigures.Subscribers),
            Joined = areTold ? members.Joined : null,
            Left = areTold ? members.Left : null,
            Gaps = await store.LoadGapsAsync(key, from, to, cancellationToken).ConfigureAwait(false),
        };
    }

    /// <summary>The posts of a period as a report needs them, by their first message.</summary>
    public async Task<Dictionary<int, ReportPost>> LoadForReportAsync(ChannelAddress collected, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var posts = new Dictionary<int, ReportPost>();
        await foreach (var (post, views) in store.ReadViewsAsync(KeyOf(collected), from, to, cancellationToken).ConfigureAwait(false))
        {
            posts.Add(post.MessageId, new ReportPost
            {
                MessageId = post.MessageId,
                PublishedAt = post.PublishedAt,
                Kind = post.Kind,
                Tags = post.Tags,
                Author = post.Signature,
                Media = post.Media,
                Length = post.Length,
                HasButtons = post.HasButtons,
                IsForwarded = post.ForwardedFrom is not null,
                IsContinuation = post.ContinuationOf is not null,
                Views = views,
                Engagement = post is { Reactions: null, PollVoters: null, Comments: null } ? null : (post.Reactions ?? 0) + (post.PollVoters ?? 0) + (post.Comments ?? 0),
            });
        }

        return posts;
    }

    /// <summary>The samples of the number of subscribers that tell about a period, earliest first.</summary>
    public async Task<IReadOnlyList<AudiencePoint>> LoadAudienceAsync(ChannelAddress collected, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var start = from - DateTimeOffset.MinValue > SampleIsNear ? from - SampleIsNear : from;
        var figures = await store.LoadFiguresAsync(KeyOf(collected), FigureReading.OfChannel, start, to, cancellationToken).ConfigureAwait(false);
        return [.. ReadingsOf(figures, CollectedFigures.Subscribers).Select(reading => new AudiencePoint(reading.ObservedAt, reading.Value))];
    }

    private static IReadOnlyList<Reading> ReadingsOf(IEnumerable<FigureReading> figures, CollectedFigures wanted) =>
        [.. figures.Where(figure => figure.Figure == wanted).Select(figure => figure.Reading)];

    private static string KeyOf(ChannelAddress collected) => CollectedChannels.KeyOf(collected);
}
