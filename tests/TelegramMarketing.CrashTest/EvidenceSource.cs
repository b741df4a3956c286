namespace TelegramMarketing.CrashTest;

/// <summary>What a send in doubt can be cleared up by.</summary>
internal enum EvidenceSource
{
    /// <summary>Public channels, whose page lags.</summary>
    Page,

    /// <summary>Private channels, and a review chat.</summary>
    Review,

    /// <summary>Private channels, and nothing else.</summary>
    None,
}
