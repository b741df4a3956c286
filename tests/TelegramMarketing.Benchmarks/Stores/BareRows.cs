using System.Data.Common;

namespace TelegramMarketing.Benchmarks.Stores;

/// <summary>
/// The least that the same ledger costs: each row inserted, updated before the send and updated after it with its message id, by prepared statements and
/// in transactions of as many rows as the library commits together at most.
/// </summary>
internal static class BareRows
{
    private const int RowsInOneCommit = 256;
    private const string Insert =
        """
        INSERT INTO telegram_publications ("Id", "BotName", "Channel", "ChatKey", "ChatId", "Fingerprint", "Kind", "State", "CreatedAt", "DueAt", "DeliveryBegan", "SendBeganAt",
          "BecameUnknownAt", "Attempts", "PartsDone", "Error", "LastKnownMessageId", "IsProvedAbsent", "IsCancelAsked", "Parts", "HasMedia", "Version")
        VALUES (@id, 'bare', @channel, @channel, 0, @print, 'news', 0, @at, @at, @at, 0, 0, 0, 0, 0, 0, FALSE, FALSE, @parts, FALSE, 1)
        """;

    private const string Begin = """UPDATE telegram_publications SET "State" = 1, "SendBeganAt" = @at, "Attempts" = 1, "Version" = 2 WHERE "Id" = @id AND "Version" = 1""";
    private const string End = """UPDATE telegram_publications SET "State" = 2, "PublishedAt" = @at, "EndedAt" = @at, "PartsDone" = 1, "Parts" = NULL, "Version" = 3 WHERE "Id" = @id AND "Version" = 2""";
    private const string Message = """INSERT INTO telegram_messages ("PublicationId", "Ordinal", "BotName", "ChatKey", "MessageId") VALUES (@id, 0, 'bare', @channel, @number)""";

    /// <returns>Rows a second.</returns>
    public static async Task<double> RunAsync(BenchmarkStore store, int rows)
    {
        await using var connection = await store.ConnectAsync();
        var ids = Enumerable.Range(0, rows).Select(_ => Guid.CreateVersion7(TimeProvider.System.GetUtcNow())).ToArray();
        var start = TimeProvider.System.GetTimestamp();
        foreach (string[] statements in (string[][])[[Insert], [Begin], [End, Message]])
        {
            for (var first = 0; first < rows; first += RowsInOneCommit)
            {
                await CommitAsync(connection, statements, ids, first, Math.Min(first + RowsInOneCommit, rows));
            }
        }

        return rows / TimeProvider.System.GetElapsedTime(start).TotalSeconds;
    }

    private static async Task CommitAsync(DbConnection connection, string[] statements, Guid[] ids, int first, int end)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var sql in statements)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.Transaction = transaction;
            for (var row = first; row < end; row++)
            {
                command.Parameters.Clear();
                Add(command, "id", ids[row]);
                Add(command, "channel", $"@channel{row % 200}");
                Add(command, "at", TimeProvider.System.GetUtcNow().UtcTicks);
                Add(command, "print", "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef");
                Add(command, "parts", """[{"text":"Our <b>autumn collection</b> is here: come and see it, or have a look at the new catalogue."}]""");
                Add(command, "number", row + 1);
                await command.ExecuteNonQueryAsync();
            }
        }

        await transaction.CommitAsync();
    }

    private static void Add(DbCommand command, string name, object value)
    {
        if (!command.CommandText.Contains("@" + name, StringComparison.Ordinal))
        {
            return;
        }

        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
