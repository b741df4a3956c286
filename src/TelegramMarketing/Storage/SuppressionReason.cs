namespace TelegramMarketing.Storage;

/// <summary>Why somebody is not to be written to. The numbers are stored.</summary>
internal enum SuppressionReason
{
    /// <summary>No person: the row by which a wrong key is noticed.</summary>
    KeyCheck = 0,
    OptedOut = 1,
    Complained = 2,
    Bounced = 3,
    BlockedBot = 4,
    Imported = 5,
    Erased = 6,
}
