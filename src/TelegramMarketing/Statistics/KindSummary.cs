namespace TelegramMarketing;

/// <summary>One kind of post in a report.</summary>
public sealed record KindSummary : GroupSummary
{
    /// <summary>The kind; <see langword="null"/> for posts whose kind is not known.</summary>
    public required PostKind? Kind { get; init; }
}
