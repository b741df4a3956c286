using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using TelegramMarketing.Statistics;
using TelegramMarketing.Storage;

namespace TelegramMarketing.EntityFrameworkCore;

/// <summary>
/// Reads posts with all their readings: two queries in the order of the messages, merged. A report reads hundreds of thousands of them, for which entities
/// would cost many times as much.
/// </summary>
internal sealed class ViewsReader(DbContext db, ViewsRange range)
{
    private const int FirstBuffer = 16;

    public async Task<IReadOnlyList<PostViews>> ReadAsync(CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        var posts = await ReadPostsAsync(cancellationToken).ConfigureAwait(false);
        if (posts.Length == 0)
        {
            return posts;
        }

        var query = db.Set<ViewReadingRow>().AsNoTracking().Where(row => row.ChannelId == range.Channel && row.MessageId >= range.First && row.MessageId <= range.Last)
            .OrderBy(row => row.MessageId).ThenBy(row => row.ObservedAt)
            .Select(row => new { row.MessageId, row.ObservedAt, row.Staleness, row.Low, row.High, row.Value });
        var command = query.CreateDbCommand();
        await using (command.ConfigureAwait(false))
        {
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                await MergeAsync(posts, reader, cancellationToken).ConfigureAwait(false);
            }
        }

        return posts;
    }

    private async Task<PostViews[]> ReadPostsAsync(CancellationToken cancellationToken)
    {
        var rows = db.Set<CollectedPostRow>().AsNoTracking().Where(row =>
            row.ChannelId == range.Channel && row.MessageId >= range.First && row.MessageId <= range.Last && row.PublishedAt >= range.From && row.PublishedAt < range.To).OrderBy(row => row.MessageId);
        var command = CollectedPostReader.Columns(rows).CreateDbCommand();
        await using (command.ConfigureAwait(false))
        {
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                var (posts, read) = (new List<PostViews>(), new CollectedPostReader());
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    posts.Add(new PostViews(read.Read(reader), []));
                }

                return [.. posts];
            }
        }
    }

    private static async Task MergeAsync(PostViews[] posts, DbDataReader reader, CancellationToken cancellationToken)
    {
        var buffer = new ViewPoint[FirstBuffer];
        var messageId = await NextAsync(reader, cancellationToken).ConfigureAwait(false);
        for (var index = 0; index < posts.Length; index++)
        {
            var own = posts[index].Post.MessageId;
            var used = 0;
            while (messageId <= own)
            {
                if (messageId == own)
                {
                    if (used == buffer.Length)
                    {
                        Array.Resize(ref buffer, 2 * used);
                    }

                    buffer[used++] = Point(reader);
                }

                messageId = await NextAsync(reader, cancellationToken).ConfigureAwait(false);
            }

            posts[index] = posts[index] with { Views = buffer[..used] };
        }
    }

    private static async ValueTask<int> NextAsync(DbDataReader reader, CancellationToken cancellationToken) =>
        await reader.ReadAsync(cancellationToken).ConfigureAwait(false) ? reader.GetInt32(0) : int.MaxValue;

    private static ViewPoint Point(DbDataReader reader)
    {
        var (observedAt, low, high) = (reader.GetInt64(1), reader.GetInt64(3), reader.GetInt64(4));

        // Each column costs as much as the step to its row: what must be the same is not read.
        var value = low == high ? low : reader.GetInt64(5);
        return new ViewPoint(StatisticsRows.At(observedAt - reader.GetInt64(2)), StatisticsRows.At(observedAt), Count.Restore(low, high, value, null));
    }
}
