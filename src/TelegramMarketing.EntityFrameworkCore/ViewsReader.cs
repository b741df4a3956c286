using System.Data.Common;
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
        await db.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        var posts = await ReadPostsAsync(from, to, cancellationToken).ConfigureAwait(false);
        if (posts.Length == 0)
        {
            return posts;
        }

        var (first, last) = (posts[0].Post.MessageId, posts[^1].Post.MessageId);
        var query = db.Set<ViewReadingRow>().AsNoTracking().Where(row => row.ChannelId == channel && row.MessageId >= first && row.MessageId <= last)
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

    private async Task<PostViews[]> ReadPostsAsync(long from, long to, CancellationToken cancellationToken)
    {
        var rows = db.Set<CollectedPostRow>().AsNoTracking().Where(row => row.ChannelId == channel && row.PublishedAt >= from && row.PublishedAt < to).OrderBy(row => row.MessageId);
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
        var observedAt = reader.GetInt64(1);
        return new ViewPoint(
            new DateTimeOffset(observedAt - reader.GetInt64(2), TimeSpan.Zero), new DateTimeOffset(observedAt, TimeSpan.Zero), Count.Restore(reader.GetInt64(3), reader.GetInt64(4), reader.GetInt64(5), null));
    }
}
