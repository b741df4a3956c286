using TelegramMarketing.Benchmarks.Stores;

namespace TelegramMarketing.Benchmarks.Statistics;

/// <summary>Fills a store with the collected figures of one channel: posts of four kinds, each with readings at eight ages, whose views grow with age.</summary>
internal static class StatisticsRowsOfAChannel
{
    public const string Channel = "@benchmark";
    public const int Readings = 8;

    /// <param name="store">A store whose tables are there.</param>
    /// <param name="posts">How many posts, one every hour, the last one eight days ago.</param>
    /// <param name="now">The present.</param>
    public static async Task AddAsync(BenchmarkStore store, int posts, DateTimeOffset now)
    {
        var first = now - TimeSpan.FromDays(8) - TimeSpan.FromHours(posts);
        var publishedAt = $"({first.UtcTicks} + x * {TimeSpan.TicksPerHour})";

        // Hours of age: 1, 3, 9 and so on; the last is three months.
        var age = $"(CASE r {string.Join(' ', Enumerable.Range(1, Readings).Select(reading => $"WHEN {reading} THEN {(long)(Math.Pow(3, reading - 1) * TimeSpan.TicksPerHour)}"))} END)";
        var views = "(100 + (x * 7919) % 900 + (x % 4) * 200 + r * 150)";
        var series = $"numbers(x) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT x + 1 FROM numbers WHERE x < {posts})";
        string[] statements =
        [
            $"""INSERT INTO telegram_statistics_channels ("Id", "BotName", "ChatKey", "LookedAt", "CoveredFrom") VALUES (1, '', '{Channel}', {now.UtcTicks}, 0)""",
            $"""
            WITH RECURSIVE {series}
            INSERT INTO telegram_statistics_posts ("ChannelId", "MessageId", "PublishedAt", "Kind", "KindSource", "Tags", "Media", "Length", "HasButtons", "SeenAt", "Reactions")
            SELECT 1, x, {publishedAt}, CASE x % 4 WHEN 0 THEN 'News' WHEN 1 THEN 'Promotion' WHEN 2 THEN 'Event' ELSE 'Recipe' END, 1,
              CASE x % 3 WHEN 0 THEN '["spring"]' ELSE NULL END, x % 4, (x * 31) % 900, x % 2 = 0, {publishedAt}, x % 50
            FROM numbers
            """,
            $"""
            WITH RECURSIVE {series}, readings(r) AS (SELECT 1 UNION ALL SELECT r + 1 FROM readings WHERE r < {Readings})
            INSERT INTO telegram_statistics_views ("ChannelId", "MessageId", "ObservedAt", "Source", "Staleness", "Low", "High", "Value", "Raw")
            SELECT 1, x, {publishedAt} + {age}, 't.me', 10000000, {views}, {views}, {views}, NULL
            FROM numbers CROSS JOIN readings
            """,
        ];
        await using var connection = await store.ConnectAsync();
        foreach (var sql in statements)
        {
            await using var command = connection.CreateCommand();
            command.CommandTimeout = 600;
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync();
        }

        await using var analyze = connection.CreateCommand();
        analyze.CommandText = "ANALYZE";
        await analyze.ExecuteNonQueryAsync();
    }
}
