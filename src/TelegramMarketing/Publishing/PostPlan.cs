namespace TelegramMarketing;

/// <summary>Stub of the shape; replaced by the real one.</summary>
public sealed record PostPlan
{
    /// <summary>The sends, in order.</summary>
    public IReadOnlyList<PlannedMessage> Messages { get; init; } = [];

    /// <summary>All violations.</summary>
    public IReadOnlyList<PlanViolation> Violations { get; init; } = [];

    /// <summary>No violations.</summary>
    public bool IsSendable => Violations.Count == 0;

    /// <summary>Plans.</summary>
    public static PostPlan Create(Post post)
    {
        ArgumentNullException.ThrowIfNull(post);
        return new() { Messages = [new() { Text = post.Text, Media = post.Media, Buttons = post.Buttons }] };
    }
}
