using Microsoft.EntityFrameworkCore;

namespace TelegramMarketing.EntityFrameworkCore;

/// <summary>Some of the posts of a period, which are read together.</summary>
/// <param name="Channel">The row of their channel.</param>
/// <param name="From">The start of the period, included.</param>
/// <param name="To">The end of the period, not included.</param>
/// <param name="First">The first message.</param>
/// <param name="Last">The last message, included.</param>
internal sealed record ViewsRange(long Channel, long From, long To, int First, int Last)
{
    /// <summary>More messages are read in two halves at the same time, each over a connection of its own.</summary>
    private const int MostAtOnce = 4_000;

    /// <summary>All posts of a period, in one or two ranges, the earlier one first; none when it has no posts.</summary>
    public static async Task<IReadOnlyList<ViewsRange>> OfAsync(DbContext db, long channel, long from, long to, CancellationToken cancellationToken)
    {
        var all = await db.Set<CollectedPostRow>().Where(row => row.ChannelId == channel && row.PublishedAt >= from && row.PublishedAt < to)
            .GroupBy(row => row.ChannelId).Select(posts => new { First = posts.Min(row => row.MessageId), Last = posts.Max(row => row.MessageId) })
            .FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        if (all is null)
        {
            return [];
        }

        var middle = all.First + ((all.Last - all.First) / 2);
        return all.Last - all.First < MostAtOnce
            ? [new(channel, from, to, all.First, all.Last)]
            : [new(channel, from, to, all.First, middle), new(channel, from, to, middle + 1, all.Last)];
    }
}
