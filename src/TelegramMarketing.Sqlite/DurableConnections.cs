using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TelegramMarketing.Sqlite;

/// <summary>Settings that SQLite keeps for each connection: what is committed is on the disk, what is deleted is overwritten, and a lock is waited for.</summary>
/// <param name="maxPages">Lets a test fill the disk.</param>
internal sealed class DurableConnections(int? maxPages) : DbConnectionInterceptor
{
    private readonly string _settings = string.Create(CultureInfo.InvariantCulture, $"PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA busy_timeout = {SqliteDatabase.BusySeconds * 1000};")
        + (maxPages is null ? "" : string.Create(CultureInfo.InvariantCulture, $" PRAGMA max_page_count = {maxPages};"));

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Numbers of our own.
        command.CommandText = _settings;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        // SQLite has no asynchronous work to wait for.
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
