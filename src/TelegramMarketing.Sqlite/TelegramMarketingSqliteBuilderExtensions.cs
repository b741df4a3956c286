using Microsoft.Extensions.DependencyInjection;
using TelegramMarketing.EntityFrameworkCore;
using TelegramMarketing.Sqlite;
using TelegramMarketing.Storage;

namespace TelegramMarketing;

/// <summary>Keeps the state of a bot in a SQLite file.</summary>
public static class TelegramMarketingSqliteBuilderExtensions
{
    /// <summary>
    /// Keeps publications, their idempotency keys, readings, invitations and consent in a SQLite file, which is created and upgraded when the host
    /// starts, or at first use without a host. What is recorded survives a crash of the process and of the machine.
    /// </summary>
    /// <param name="builder">The bot's builder.</param>
    /// <param name="path">The file, such as <c>marketing.db</c>, on a local disk. A relative path is taken from the directory that is current now. Its directory must exist.</param>
    /// <returns>The same builder. Of several stores that are chosen, the last one counts.</returns>
    /// <remarks>Several bots, and several processes of one machine, may share the file. It is no place for a network share.</remarks>
    /// <exception cref="ArgumentException"><paramref name="path"/> is empty, or no path of a file.</exception>
    public static ITelegramMarketingBuilder UseSqlite(this ITelegramMarketingBuilder builder, string path)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (path.Contains(":memory:", StringComparison.OrdinalIgnoreCase) || path.Contains("Data Source=", StringComparison.OrdinalIgnoreCase))
        {
            throw new ArgumentException("Name the file itself, such as 'marketing.db', and no connection string. Without UseSqlite the state is kept in memory.", nameof(path));
        }

        var fullPath = Path.GetFullPath(path);
        builder.Services.AddKeyedSingleton<IBotStorageFactory>(builder.Name, (_, _) => new RelationalStorageFactory(_ => new SqliteDatabase(fullPath)));
        return builder;
    }
}
