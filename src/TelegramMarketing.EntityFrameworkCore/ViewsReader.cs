using Microsoft.EntityFrameworkCore;
using TelegramMarketing.Statistics;
using TelegramMarketing.Storage;

namespace TelegramMarketing.EntityFrameworkCore;

/// <summary>
/// Reads posts with all their readings: two queries in the order of the messages, merged. A report reads hundreds of thousands of them, for which entities
/// would cost many times as much.
/// </summary>
internal sealed class ViewsReader(DbContext db, long channel)
{
    private const int FirstBuffer = 16;

    public async Task<IReadOnlyList<PostViews>> ReadAsync(long from, long to, CancellationToken cancellationToken)
    {
        var posts = await db.Set<CollectedPostRow>().AsNoTracking().Where(row => row.ChannelId == channel && row.PublishedAt >= from && row.PublishedAt < to)
            .OrderBy(row => row.MessageId).ToListAsync(cancellationToken).ConfigureAwait(false);
        if (posts.Count == 0)
        {
            return [];
        }

        var (first, last) = (posts[0].MessageId, posts[^1].MessageId);
        var query = db.Set<ViewReadingRow>().AsNoTracking().Where(row => row.ChannelId == channel && row.MessageId >= first && row.MessageId <= last)
            .OrderBy(row => row.MessageId).ThenBy(row => row.ObservedAt)
            .Select(row => new { row.MessageId, row.ObservedAt, row.Staleness, row.Low, row.High, row.Value });
        await db.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        var command = query.CreateDbCommand();
        await using (command.ConfigureAwait(false))
        {
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                return await MergeAsync(posts, reader, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static async Task<IReadOnlyList<PostViews>> MergeAsync(List<CollectedPostRow> posts, System.Data.Common.DbDataReader reader, CancellationToken cancellationToken)
    {
        var all = new PostViews[posts.Count];
        var buffer = new ViewPoint[FirstBuffer];
        var hasRow = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        var messageId = hasRow ? reader.GetInt32(0) : int.MaxValue;
        for (var i = 0; i < all.Length; i++)
        {
            var used = 0;
            while (messageId <= posts[i].MessageId)
            {
                if (messageId == posts[i].MessageId)
                {
                    if (used == buffer.Length)
                    {
                        Array.Resize(ref buffer, 2 * used);
                    }

                    buffer[used++] = Point(reader);
                }

                hasRow = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
                messageId = hasRow ? reader.GetInt32(0) : int.MaxValue;
            }

            all[i] = new PostViews(StatisticsRows.Restore(posts[i]), buffer[..used]);
        }

        return all;
    }

    private static ViewPoint Point(System.Data.Common.DbDataReader reader)
    {
        var observedAt = reader.GetInt64(1);
        return new ViewPoint(
            new DateTimeOffset(observedAt - reader.GetInt64(2), TimeSpan.Zero), new DateTimeOffset(observedAt, TimeSpan.Zero), Count.Restore(reader.GetInt64(3), reader.GetInt64(4), reader.GetInt64(5), null));
    }
}
