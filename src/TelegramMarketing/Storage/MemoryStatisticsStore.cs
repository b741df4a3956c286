using System.Runtime.CompilerServices;

namespace TelegramMarketing.Storage;

/// <summary>Keeps what is collected until the process ends, and the newest posts only beyond a cap.</summary>
internal sealed class MemoryStatisticsStore(int postCap) : IStatisticsStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, MemoryChannel> _channels = new(StringComparer.Ordinal);

    // Oldest first, to forget those first.
    private readonly SortedSet<(long PublishedAt, string Channel, int MessageId)> _byAge = [];

    public ValueTask SaveAsync(string chatKey, StatisticsChange change, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            if (!_channels.TryGetValue(chatKey, out var channel))
            {
                _channels.Add(chatKey, channel = new MemoryChannel());
            }

            channel.Apply(change);
            foreach (var post in change.Posts)
            {
                if (post.PublishedAt is { } publishedAt)
                {
                    _byAge.Add((publishedAt.UtcTicks, chatKey, post.MessageId));
                }
            }

            while (_byAge.Count > postCap)
            {
                Forget(_byAge.Min);
            }
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask<CollectedChannel?> FindChannelAsync(string chatKey, CancellationToken cancellationToken) => Read(chatKey, channel => channel?.State);

    public ValueTask<CollectedPost?> FindPostAsync(string chatKey, int messageId, CancellationToken cancellationToken) => Read(chatKey, channel => channel?.Find(messageId)?.Current);

    public ValueTask<int?> FindThreadAsync(string chatKey, long groupId, int threadId, CancellationToken cancellationToken) => Read(chatKey, channel => channel?.FindThread(groupId, threadId));

    public ValueTask<IReadOnlyList<LatestFigures>> LoadPageAsync(string chatKey, DateTimeOffset from, DateTimeOffset to, int? before, int limit, CancellationToken cancellationToken) =>
        Read<IReadOnlyList<LatestFigures>>(chatKey, channel => channel is null ? [] : [.. channel.PostsOf(from, to).Reverse().Where(post => before is null || post.Post.MessageId < before).Take(limit).Select(post => post.Latest())]);

    public ValueTask<IReadOnlyList<Reading>> LoadViewsAsync(string chatKey, int messageId, CancellationToken cancellationToken) =>
        Read<IReadOnlyList<Reading>>(chatKey, channel => channel?.Find(messageId) is { } post ? [.. post.Views.Values] : []);

    public ValueTask<IReadOnlyList<FigureReading>> LoadFiguresAsync(string chatKey, int messageId, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        Read<IReadOnlyList<FigureReading>>(chatKey, channel => channel is null ? [] : [.. channel.FiguresOf(messageId).Where(figure => figure.Reading.ObservedAt >= from && figure.Reading.ObservedAt < to)]);

    public async IAsyncEnumerable<PostViews> ReadViewsAsync(string chatKey, DateTimeOffset from, DateTimeOffset to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var posts = await Read<IReadOnlyList<PostViews>>(chatKey, channel => channel is null ? [] : [.. channel.PostsOf(from, to).Select(post => post.OverTime())]).ConfigureAwait(false);
        foreach (var post in posts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return post;
        }
    }

    public ValueTask<IReadOnlyList<StatisticsGap>> LoadGapsAsync(string chatKey, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        Read<IReadOnlyList<StatisticsGap>>(chatKey, channel => channel is null ? [] : [.. channel.Gaps.Where(gap => gap.To > from && gap.From < to).OrderBy(gap => gap.From)]);

    public ValueTask<MemberCount> CountMembersAsync(string chatKey, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        Read(chatKey, channel => channel?.CountMembers(from, to) ?? default);

    public ValueTask<int> DeleteBeforeAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var forgotten = 0;
            while (forgotten < limit && _byAge.Count > 0 && _byAge.Min is var oldest && oldest.PublishedAt < before.UtcTicks)
            {
                Forget(oldest);
                forgotten++;
            }

            foreach (var channel in _channels.Values)
            {
                channel.ForgetBefore(before);
            }

            return ValueTask.FromResult(forgotten);
        }
    }

    private void Forget((long PublishedAt, string Channel, int MessageId) post)
    {
        _byAge.Remove(post);
        _channels[post.Channel].Forget(post.MessageId);
    }

    private ValueTask<T> Read<T>(string chatKey, Func<MemoryChannel?, T> read)
    {
        lock (_lock)
        {
            return ValueTask.FromResult(read(_channels.GetValueOrDefault(chatKey)));
        }
    }
}
