using Microsoft.EntityFrameworkCore;

namespace TelegramMarketing.EntityFrameworkCore;

/// <summary>Forgets what is old of one channel.</summary>
internal sealed class StatisticsRetention(DbContext db, long channel, long before)
{
    /// <returns>How many posts.</returns>
    public async Task<int> DeleteAsync(int limit, CancellationToken cancellationToken)
    {
        var ids = await db.Set<CollectedPostRow>().Where(row => row.ChannelId == channel && row.PublishedAt < before)
            .OrderBy(row => row.PublishedAt).Select(row => row.MessageId).Take(limit).ToListAsync(cancellationToken).ConfigureAwait(false);
        if (ids.Count > 0)
        {
            await db.Set<ViewReadingRow>().Where(row => row.ChannelId == channel && ids.Contains(row.MessageId)).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
            await db.Set<FigureReadingRow>().Where(row => row.ChannelId == channel && ids.Contains(row.MessageId)).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
            await db.Set<CollectedPostRow>().Where(row => row.ChannelId == channel && ids.Contains(row.MessageId)).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);

            // Also the threads of an album's further items. The ids of a channel follow the time.
            var kept = await db.Set<CollectedPostRow>().Where(row => row.ChannelId == channel).MinAsync(row => (int?)row.MessageId, cancellationToken).ConfigureAwait(false) ?? ids.Max() + 1;
            await db.Set<CommentThreadRow>().Where(row => row.ChannelId == channel && row.MessageId < kept).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        }

        await db.Set<FigureReadingRow>().Where(row => row.ChannelId == channel && row.MessageId == 0 && row.ObservedAt < before).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        await db.Set<MemberChangeRow>().Where(row => row.ChannelId == channel && row.At < before).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        await db.Set<StatisticsGapRow>().Where(row => row.ChannelId == channel && row.To < before).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        return ids.Count;
    }
}
