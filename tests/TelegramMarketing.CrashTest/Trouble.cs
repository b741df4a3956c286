namespace TelegramMarketing.CrashTest;

/// <summary>What happens to the store besides.</summary>
internal enum Trouble
{
    None,

    /// <summary>Another process holds a transaction open, on SQLite.</summary>
    Locked,

    /// <summary>All connections of the children are ended, and each new one too, on PostgreSQL.</summary>
    Gone,

    /// <summary>The disk of the SQLite file, or of PostgreSQL's tables, is full. It is a small one of its own, for which the test must be allowed to mount.</summary>
    Full,
}
