namespace TelegramMarketing.Benchmarks.Stores;

/// <summary>Fills a store with publications of the past and some that become due one after the other.</summary>
internal static class ManyRows
{
    /// <summary>How many of them are still to be sent.</summary>
    public const int Scheduled = 1_000;

    /// <param name="store">A store whose tables are there.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="from">The first scheduled one is due then, and one more every second.</param>
    public static async Task AddAsync(BenchmarkStore store, int rows, DateTimeOffset from)
    {
        await using var connection = await store.ConnectAsync();
        await using var command = connection.CreateCommand();
        command.CommandTimeout = 600;
        var (due, past) = ($"{from.UtcTicks} + x * {TimeSpan.TicksPerSecond}", $"{from.UtcTicks} - x * {TimeSpan.TicksPerSecond}");
        command.CommandText =
            $"""
            WITH RECURSIVE numbers(x) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT x + 1 FROM numbers WHERE x < {rows})
            INSERT INTO telegram_publications ("Id", "BotName", "Channel", "ChatKey", "ChatId", "Kind", "State", "CreatedAt", "DueAt", "DeliveryBegan", "PublishedAt", "EndedAt", "SendBeganAt",
              "BecameUnknownAt", "Attempts", "PartsDone", "Error", "LastKnownMessageId", "IsProvedAbsent", "IsCancelAsked", "Parts", "HasMedia", "Version")
            SELECT {store.IdOf("x")}, '', '@channel' || (x % 200), '@channel' || (x % 200), 0, 'news',
              CASE WHEN x <= {Scheduled} THEN 0 ELSE 2 END, {past},
              CASE WHEN x <= {Scheduled} THEN {due} ELSE {past} END, {past},
              CASE WHEN x <= {Scheduled} THEN NULL ELSE {past} END, CASE WHEN x <= {Scheduled} THEN NULL ELSE {past} END, 0,
              0, 1, CASE WHEN x <= {Scheduled} THEN 0 ELSE 1 END, 0, 0, FALSE, FALSE,
              CASE WHEN x <= {Scheduled} THEN @parts ELSE NULL END, FALSE, 1
            FROM numbers
            """;
        var parts = command.CreateParameter();
        parts.ParameterName = "parts";
        parts.Value = Storage.StoredParts.Write([new PlannedMessage { Text = PostText.Plain("Ciao!") }], "");
        command.Parameters.Add(parts);
        await command.ExecuteNonQueryAsync();
    }
}
