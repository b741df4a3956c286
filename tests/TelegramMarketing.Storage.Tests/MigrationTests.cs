using TelegramMarketing.Storage.Tests.Contracts;
using TelegramMarketing.Storage.Tests.Providers;

namespace TelegramMarketing.Storage.Tests;

public sealed class SqliteMigrationTests : MigratedStoreContract<SqliteProvider>
{
    private protected override string Explain => "EXPLAIN QUERY PLAN ";
}

public sealed class PostgreSqlMigrationTests : MigratedStoreContract<PostgreSqlProvider>
{
    // An empty table is read as a whole unless that is made dear.
    private protected override string Explain => "SET enable_seqscan = off; SET enable_bitmapscan = off; EXPLAIN ";
}
