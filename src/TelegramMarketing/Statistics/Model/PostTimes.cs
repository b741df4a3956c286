namespace TelegramMarketing.Statistics.Model;

/// <summary>When the posts were published, and for how many subscribers, as the model takes them.</summary>
internal static class PostTimes
{
    /// <summary>From −1 to 1: half by time and half by rank, so that one post of ten years ago does not squeeze all others into one moment.</summary>
    public static double[] Of(IReadOnlyList<JudgedPost> posts)
    {
        var ticks = posts.Select(post => post.Post.PublishedAt?.UtcTicks ?? 0).ToArray();
        var order = Enumerable.Range(0, ticks.Length).ToArray();
        Array.Sort((long[])ticks.Clone(), order);
        var result = new double[ticks.Length];
        var (first, last) = (ticks[order[0]], ticks[order[^1]]);
        if (first == last)
        {
            return result;
        }

        for (var rank = 0; rank < order.Length;)
        {
            var end = rank;
            while (end + 1 < order.Length && ticks[order[end + 1]] == ticks[order[rank]])
            {
                end++;
            }

            var byRank = (rank + end) / 2.0 / (order.Length - 1);
            for (; rank <= end; rank++)
            {
                result[order[rank]] = byRank + ((double)(ticks[order[rank]] - first) / (last - first)) - 1;
            }
        }

        return result;
    }

    /// <summary>The logarithm of the subscribers of each post, less its mean; all zero unless it is known for every post.</summary>
    public static double[] LogSubscribers(IReadOnlyList<JudgedPost> posts)
    {
        var logs = posts.Select(post => post.Subscribers is { } subscribers and > 0 ? Math.Log(subscribers) : double.NaN).ToArray();
        if (logs.Any(double.IsNaN))
        {
            return new double[logs.Length];
        }

        var mean = logs.Average();
        return Array.ConvertAll(logs, log => log - mean);
    }
}
