using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using TelegramMarketing.Storage;

namespace TelegramMarketing.EntityFrameworkCore;

/// <summary>What is collected, in a relational database.</summary>
internal sealed class StatisticsStore(string botName, StoreAccess access) : IStatisticsStore
{
    private const int Attempts = 4;
    private readonly ConcurrentDictionary<string, long> _channelIds = new(StringComparer.Ordinal);

    public async ValueTask SaveAsync(string chatKey, StatisticsChange change, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await access.RunAsync((db, token) => WriteAsync(db, chatKey, change, token), cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // Another process has written the same: what is there by now is looked at again.
            }
        }
    }

    public ValueTask<CollectedChannel?> FindChannelAsync(string chatKey, CancellationToken cancellationToken) => new(access.RunAsync(
        async (db, token) => await ChannelsOf(db).AsNoTracking().FirstOrDefaultAsync(row => row.ChatKey == chatKey, token).ConfigureAwait(false) is { } row
            ? new CollectedChannel(StatisticsRows.At(row.LookedAt), StatisticsRows.At(row.CoveredFrom))
            : null,
        cancellationToken));

    public async ValueTask<CollectedPost?> FindPostAsync(string chatKey, int messageId, CancellationToken cancellationToken) =>
        await ReadAsync<CollectedPost?>(
            chatKey,
            null,
            async (db, channel, token) =>
            {
                // An album has its first message's id.
                var row = await db.Set<CollectedPostRow>().AsNoTracking().Where(row => row.ChannelId == channel && row.MessageId <= messageId)
                    .OrderByDescending(row => row.MessageId).FirstOrDefaultAsync(token).ConfigureAwait(false);
                return row is not null && StatisticsRows.Restore(row) is var post && post.Holds(messageId) ? post : null;
            },
            cancellationToken).ConfigureAwait(false);

    public ValueTask<int?> FindThreadAsync(string chatKey, long groupId, int threadId, CancellationToken cancellationToken) => ReadAsync(
        chatKey,
        default(int?),
        (db, channel, token) => db.Set<CommentThreadRow>().AsNoTracking().Where(row => row.ChannelId == channel && row.GroupId == groupId && row.ThreadId == threadId)
            .Select(row => (int?)row.MessageId).FirstOrDefaultAsync(token),
        cancellationToken);

    public ValueTask<IReadOnlyList<LatestFigures>> LoadPageAsync(string chatKey, DateTimeOffset from, DateTimeOffset to, int? before, int limit, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<LatestFigures>>(
            chatKey,
            [],
            async (db, channel, token) =>
            {
                before ??= await EndAsync(db, channel, to.UtcTicks, token).ConfigureAwait(false);
                var rows = await Page(db, channel, from.UtcTicks, to.UtcTicks, before.Value).Take(limit).ToListAsync(token).ConfigureAwait(false);
                if (rows.Count == 0)
                {
                    return [];
                }

                var (first, last) = (rows[^1].MessageId, rows[0].MessageId);
                var views = await db.Set<ViewReadingRow>().AsNoTracking().Where(row => row.ChannelId == channel && row.MessageId >= first && row.MessageId <= last).ToListAsync(token).ConfigureAwait(false);
                var figures = await db.Set<FigureReadingRow>().AsNoTracking().Where(row => row.ChannelId == channel && row.MessageId >= first && row.MessageId <= last)
                    .Where(row => !db.Set<FigureReadingRow>().Any(later =>
                        later.ChannelId == row.ChannelId && later.MessageId == row.MessageId && later.Figure == row.Figure && later.ObservedAt > row.ObservedAt))
                    .ToListAsync(token).ConfigureAwait(false);
                var latest = views.GroupBy(row => row.MessageId).ToDictionary(post => post.Key, post => StatisticsRows.Restore(post.MaxBy(row => row.ObservedAt)!));
                var others = figures.ToLookup(row => row.MessageId, StatisticsRows.Restore);
                return [.. rows.Select(row => new LatestFigures(StatisticsRows.Restore(row), latest.GetValueOrDefault(row.MessageId), [.. others[row.MessageId]]))];
            },
            cancellationToken);

    public ValueTask<IReadOnlyList<Reading>> LoadViewsAsync(string chatKey, int messageId, CancellationToken cancellationToken) => ReadAsync<IReadOnlyList<Reading>>(
        chatKey,
        [],
        async (db, channel, token) => (await db.Set<ViewReadingRow>().AsNoTracking().Where(row => row.ChannelId == channel && row.MessageId == messageId)
            .OrderBy(row => row.ObservedAt).ThenBy(row => row.Source).ToListAsync(token).ConfigureAwait(false)).ConvertAll(StatisticsRows.Restore),
        cancellationToken);

    public ValueTask<IReadOnlyList<FigureReading>> LoadFiguresAsync(string chatKey, int messageId, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var (first, end) = (from.UtcTicks, to.UtcTicks);
        return ReadAsync<IReadOnlyList<FigureReading>>(
            chatKey,
            [],
            async (db, channel, token) => (await db.Set<FigureReadingRow>().AsNoTracking()
                .Where(row => row.ChannelId == channel && row.MessageId == messageId && row.ObservedAt >= first && row.ObservedAt < end)
                .OrderBy(row => row.ObservedAt).ThenBy(row => row.Figure).ToListAsync(token).ConfigureAwait(false)).ConvertAll(StatisticsRows.Restore),
            cancellationToken);
    }

    public async IAsyncEnumerable<PostViews> ReadViewsAsync(string chatKey, DateTimeOffset from, DateTimeOffset to, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var ranges = await ReadAsync<IReadOnlyList<ViewsRange>>(
            chatKey, [], (db, channel, token) => ViewsRange.OfAsync(db, channel, from.UtcTicks, to.UtcTicks, token), cancellationToken).ConfigureAwait(false);

        // SQLite works on the thread that asks it, so each range is given one.
        var parts = await Task.WhenAll(ranges.Select(range => Task.Run(() => access.RunAsync((db, token) => new ViewsReader(db, range).ReadAsync(token), cancellationToken), cancellationToken)))
            .ConfigureAwait(false);
        foreach (var post in parts.SelectMany(part => part))
        {
            yield return post;
        }
    }

    public ValueTask<IReadOnlyList<StatisticsGap>> LoadGapsAsync(string chatKey, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var (first, end) = (from.UtcTicks, to.UtcTicks);
        return ReadAsync<IReadOnlyList<StatisticsGap>>(
            chatKey,
            [],
            async (db, channel, token) => (await db.Set<StatisticsGapRow>().AsNoTracking().Where(row => row.ChannelId == channel && row.To > first && row.From < end)
                .OrderBy(row => row.From).ToListAsync(token).ConfigureAwait(false))
                .ConvertAll(row => new StatisticsGap(StatisticsRows.At(row.From), StatisticsRows.At(row.To), row.Figures, row.Reason)),
            cancellationToken);
    }

    public ValueTask<MemberCount> CountMembersAsync(string chatKey, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var (first, end) = (from.UtcTicks, to.UtcTicks);
        return ReadAsync(
            chatKey,
            default(MemberCount),
            async (db, channel, token) =>
            {
                var changes = db.Set<MemberChangeRow>().AsNoTracking().Where(row => row.ChannelId == channel && row.At >= first && row.At < end);
                return new MemberCount(
                    await changes.LongCountAsync(row => row.HasJoined, token).ConfigureAwait(false), await changes.LongCountAsync(row => !row.HasJoined, token).ConfigureAwait(false));
            },
            cancellationToken);
    }

    public async ValueTask<int> DeleteBeforeAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken)
    {
        var ticks = before.UtcTicks;
        return await access.RunAsync(
            async (db, token) =>
            {
                var deleted = 0;
                foreach (var channel in await ChannelsOf(db).Select(row => row.Id).ToListAsync(token).ConfigureAwait(false))
                {
                    deleted += await new StatisticsRetention(db, channel, ticks).DeleteAsync(limit - deleted, token).ConfigureAwait(false);
                }

                return deleted;
            },
            cancellationToken).ConfigureAwait(false);
    }

    // The ids of a channel follow the time, so that the posts of a page lie side by side. The index of the times would have all of them sorted first; it is kept out by the replaced null.
    internal static IQueryable<CollectedPostRow> Page(DbContext db, long channel, long from, long to, int before) =>
        db.Set<CollectedPostRow>().AsNoTracking().Where(row => row.ChannelId == channel && row.MessageId < before && (row.PublishedAt ?? -1) >= from && (row.PublishedAt ?? -1) < to)
            .OrderByDescending(row => row.MessageId);

    /// <summary>The id after the last post that was published before a time.</summary>
    private static async Task<int> EndAsync(DbContext db, long channel, long to, CancellationToken cancellationToken) =>
        await db.Set<CollectedPostRow>().Where(row => row.ChannelId == channel && row.PublishedAt < to).OrderByDescending(row => row.PublishedAt).ThenByDescending(row => row.MessageId)
            .Select(row => (int?)row.MessageId).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false) is { } last ? last + 1 : 0;

    private IQueryable<StatisticsChannelRow> ChannelsOf(DbContext db) => db.Set<StatisticsChannelRow>().Where(row => row.BotName == botName);

    private async Task<bool> WriteAsync(DbContext db, string chatKey, StatisticsChange change, CancellationToken cancellationToken)
    {
        var channel = await ChannelsOf(db).FirstOrDefaultAsync(row => row.ChatKey == chatKey, cancellationToken).ConfigureAwait(false);
        if (channel is null)
        {
            channel = new StatisticsChannelRow { BotName = botName, ChatKey = chatKey };
            db.Add(channel);
            await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        }

        await new StatisticsWrite(db, channel, change, cancellationToken).TrackAsync().ConfigureAwait(false);
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>Reads what is kept of a channel, or tells that nothing is.</summary>
    private async ValueTask<T> ReadAsync<T>(string chatKey, T nothing, Func<DbContext, long, CancellationToken, Task<T>> read, CancellationToken cancellationToken) => await access.RunAsync(
        async (db, token) =>
        {
            if (!_channelIds.TryGetValue(chatKey, out var channel))
            {
                channel = await ChannelsOf(db).Where(row => row.ChatKey == chatKey).Select(row => row.Id).FirstOrDefaultAsync(token).ConfigureAwait(false);
                if (channel == 0)
                {
                    return nothing;
                }

                _channelIds[chatKey] = channel;
            }

            return await read(db, channel, token).ConfigureAwait(false);
        },
        cancellationToken).ConfigureAwait(false);
}
