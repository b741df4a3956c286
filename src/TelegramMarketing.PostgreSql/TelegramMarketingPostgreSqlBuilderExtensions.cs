using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TelegramMarketing.EntityFrameworkCore;
using TelegramMarketing.PostgreSql;
using TelegramMarketing.Storage;

namespace TelegramMarketing;

/// <summary>Keeps the state of a bot in PostgreSQL.</summary>
public static class TelegramMarketingPostgreSqlBuilderExtensions
{
    /// <summary>
    /// Keeps publications, their idempotency keys, readings, invitations and consent in PostgreSQL, in tables whose names begin with <c>telegram_</c>. They
    /// are created and upgraded when the host starts, or at first use without a host. Several processes may share them.
    /// </summary>
    /// <param name="builder">The bot's builder.</param>
    /// <param name="connectionString">As Npgsql takes it: <c>Host=…;Database=…;Username=…;Password=…</c>. Keep it in a secret store.</param>
    /// <returns>The same builder. Of several stores that are chosen, the last one counts.</returns>
    /// <remarks>The tables stand in the first schema of the search path; <c>Search Path=…</c> chooses another one.</remarks>
    /// <exception cref="ArgumentException"><paramref name="connectionString"/> is empty, or is none, or names no host.</exception>
    public static ITelegramMarketingBuilder UsePostgreSql(this ITelegramMarketingBuilder builder, string connectionString)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        if (string.IsNullOrEmpty(Parse(connectionString).Host))
        {
            throw new ArgumentException("The connection string names no host. Write it as 'Host=…;Database=…;Username=…;Password=…'.", nameof(connectionString));
        }

        builder.Services.AddKeyedSingleton<IBotStorageFactory>(builder.Name, (_, _) => new RelationalStorageFactory(_ => new PostgreSqlDatabase(connectionString)));
        return builder;
    }

    private static NpgsqlConnectionStringBuilder Parse(string connectionString)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(connectionString);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or KeyNotFoundException)
        {
#pragma warning disable MA0054 // Without the cause, whose words could hold a part of a password.
            throw new ArgumentException("That is no connection string of PostgreSQL. Write it as 'Host=…;Database=…;Username=…;Password=…'.", nameof(connectionString));
#pragma warning restore MA0054
        }
    }
}
