namespace TelegramMarketing;

/// <summary>The reactions to a post at one time.</summary>
/// <param name="Total">All of them together.</param>
/// <param name="Reactions">One by one.</param>
public sealed record ReactionReading(Reading Total, IReadOnlyList<ReactionCount> Reactions);
