using Microsoft.EntityFrameworkCore;
using Npgsql;
using TelegramMarketing.EntityFrameworkCore;
using TelegramMarketing.Hosting;
using TelegramMarketing.PostgreSql;

namespace TelegramMarketing.Storage.Tests.Providers;

/// <summary>A schema of its own in the database that TELEGRAMMARKETING_POSTGRES names.</summary>
public sealed class PostgreSqlProvider : StoreProvider
{
    public const string Variable = "TELEGRAMMARKETING_POSTGRES";
    private readonly string _server;
    private readonly string _schema = "t" + Path.GetRandomFileName().Replace(".", "");

    public PostgreSqlProvider()
    {
        _server = Environment.GetEnvironmentVariable(Variable) ?? "";
        Skip.If(_server.Length == 0, $"No PostgreSQL: {Variable} holds no connection string.");
        ConnectionString = new NpgsqlConnectionStringBuilder(_server) { SearchPath = _schema, MaxPoolSize = 10 }.ConnectionString;
        Execute($"CREATE SCHEMA {_schema}");
    }

    public string ConnectionString { get; }

    internal override DbContext CreateContext() => new PostgreSqlDatabase(ConnectionString).CreateContext();

    internal override IBotStorage Create(BotContext context) => new RelationalStorage(context, new PostgreSqlDatabase(ConnectionString));

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await using (var connection = new NpgsqlConnection(ConnectionString))
        {
            NpgsqlConnection.ClearPool(connection);
        }

        Execute($"DROP SCHEMA {_schema} CASCADE");
    }

    private void Execute(string sql)
    {
        using var connection = new NpgsqlConnection(_server);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
