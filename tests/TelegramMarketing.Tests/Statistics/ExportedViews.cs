namespace TelegramMarketing.Tests.Statistics;

/// <summary>The example of docs/statistics.md.</summary>
public sealed class ExportedViews(IReadOnlyDictionary<PostReference, long> views, DateTimeOffset exportedAt) : IViewSource
{
    public string Name => "export";

    public ViewSourceCapabilities Capabilities => ViewSourceCapabilities.Posts | ViewSourceCapabilities.PrivateChannels;

    public Task<PostStatistics> ReadPostAsync(PostReference post, CancellationToken cancellationToken = default) =>
        Task.FromResult(views.TryGetValue(post, out var count)
            ? new PostStatistics { Post = post, Availability = PostAvailability.Available, Views = new Reading(Count.Exact(count), Name, exportedAt, TimeSpan.FromDays(1)) }
            : new PostStatistics { Post = post, Availability = PostAvailability.NotFound });

    public IAsyncEnumerable<PostStatistics> ReadChannelAsync(
        ChannelAddress channel, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<Reading?> ReadSubscribersAsync(ChannelAddress channel, CancellationToken cancellationToken = default) => throw new NotSupportedException();
}
