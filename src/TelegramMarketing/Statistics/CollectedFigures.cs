namespace TelegramMarketing;

/// <summary>The figures of a channel that are collected over time.</summary>
[Flags]
public enum CollectedFigures
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The views of posts.</summary>
    Views = 1,

    /// <summary>The reactions to posts.</summary>
    Reactions = 2,

    /// <summary>The voters of polls.</summary>
    PollVoters = 4,

    /// <summary>The comments on posts.</summary>
    Comments = 8,

    /// <summary>The number of subscribers.</summary>
    Subscribers = 16,

    /// <summary>Who joined and who left, counted.</summary>
    Members = 32,
}
