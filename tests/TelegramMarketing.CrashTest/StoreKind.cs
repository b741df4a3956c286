namespace TelegramMarketing.CrashTest;

/// <summary>Where the ledger is kept.</summary>
internal enum StoreKind
{
    Sqlite,
    PostgreSql,
}
