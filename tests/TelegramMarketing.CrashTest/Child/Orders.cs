using TelegramMarketing.CrashTest.Time;

namespace TelegramMarketing.CrashTest.Child;

/// <summary>What a child is told to do, as one line of JSON.</summary>
internal sealed record Orders
{
    public required Uri Server { get; init; }

    public required string Token { get; init; }

    public required StoreKind Store { get; init; }

    /// <summary>The file, or the connection string.</summary>
    public required string Connection { get; init; }

    public required string[] Channels { get; init; }

    public required long? ReviewChat { get; init; }

    /// <summary>Which posts: every round has its own.</summary>
    public required int Round { get; init; }

    public required int Posts { get; init; }

    /// <summary>Where the files of the posts are.</summary>
    public required string Files { get; init; }

    /// <summary>When the first post is due.</summary>
    public required DateTimeOffset DueFrom { get; init; }

    /// <summary>Whether the campaign is scheduled, again or for the first time.</summary>
    public required bool Schedules { get; init; }

    /// <summary>Whether what the library logs is written to the standard error.</summary>
    public required bool Logs { get; init; }

    public required TimeDescription Time { get; init; }
}
