using TelegramMarketing.CrashTest.Time;

namespace TelegramMarketing.CrashTest.Invitations;

/// <summary>What a child is told to do, as one line of JSON.</summary>
internal sealed record InvitationOrders
{
    public required Uri Server { get; init; }

    public required string Token { get; init; }

    public required StoreKind Store { get; init; }

    /// <summary>The file, or the connection string.</summary>
    public required string Connection { get; init; }

    public required string Channel { get; init; }

    /// <summary>The Telegram ids of the customers.</summary>
    public required long[] Customers { get; init; }

    /// <summary>Nobody is invited: only what the ledger holds is told.</summary>
    public required bool OnlyReports { get; init; }

    /// <summary>Whether what the library logs is written to the standard error.</summary>
    public required bool Logs { get; init; }

    public required TimeDescription Time { get; init; }
}
