namespace TelegramMarketing.Contracts;

/// <summary>Statistics as a host's own test would make them up; see <see cref="HostsOwnPublisher"/>.</summary>
public sealed class HostsOwnStatistics(DateTimeOffset now) : IPostStatistics
{
    public Task<PostStatistics> GetPostAsync(PostReference post, CancellationToken cancellationToken = default) => Task.FromResult(Of(post));

    public async IAsyncEnumerable<PostStatistics> GetChannelAsync(
        ChannelAddress channel, DateTimeOffset from, DateTimeOffset to, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask;
        yield return Of(new PostReference(channel, 1));
    }

    public IAsyncEnumerable<PostStatistics> GetChannelAsync(
        ChannelAddress channel, DateTimeOffset from, DateTimeOffset to, PostFilter filter, CancellationToken cancellationToken = default) => GetChannelAsync(channel, from, to, cancellationToken);

    public Task<PostHistory> GetHistoryAsync(PostReference post, CancellationToken cancellationToken = default) => Task.FromResult(new PostHistory
    {
        Post = Of(post),
        Views = [Views()],
        Reactions = [new ReactionReading(Views(), [ReactionCount.Emoji("👍", Count.Exact(3))])],
        Gaps = [new StatisticsGap(now.AddHours(-2), now, CollectedFigures.Views, GapReason.Throttled)],
    });

    public Task<AudienceHistory> GetAudienceAsync(ChannelAddress channel, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken = default) =>
        Task.FromResult(new AudienceHistory { Subscribers = [Views()], Joined = 3, Left = 1 });

    public Task<Reading?> GetSubscribersAsync(ChannelAddress channel, CancellationToken cancellationToken = default) => Task.FromResult<Reading?>(Views());

    public Task<EditorialReport> GetReportAsync(ChannelAddress channel, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken = default) =>
        GetReportAsync(channel, from, to, new ReportOptions(), cancellationToken);

    public Task<EditorialReport> GetReportAsync(
        ChannelAddress channel, DateTimeOffset from, DateTimeOffset to, ReportOptions options, CancellationToken cancellationToken = default) =>
        throw new TelegramMarketingException(TelegramMarketingError.NoPublicPage, "The channel is private.");

    private PostStatistics Of(PostReference post) => new() { Post = post, Availability = PostAvailability.Available, Views = Views() };

    private Reading Views() => new(Count.Rounded(1_200, 1_150, 1_249, "1.2K"), "made up", now, TimeSpan.FromMinutes(5));
}
