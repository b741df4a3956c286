namespace TelegramMarketing.CrashTest;

/// <summary>What a child may be killed at.</summary>
internal enum Moment
{
    /// <summary>It starts: nothing is counted but time.</summary>
    Start,

    /// <summary>It writes the campaign into the ledger.</summary>
    Scheduling,

    /// <summary>The server has a send, and has not accepted it yet.</summary>
    Received,

    /// <summary>The server has accepted a send, and has not answered yet.</summary>
    Accepted,

    /// <summary>The server has answered a send, and the outcome is not in the ledger yet.</summary>
    Answered,

    /// <summary>Something is looked for, on the page or by the review chat.</summary>
    Looked,

    /// <summary>At any time while it sends.</summary>
    AnyTime,
}
