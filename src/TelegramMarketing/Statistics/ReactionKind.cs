namespace TelegramMarketing;

/// <summary>What people react with.</summary>
public enum ReactionKind
{
    /// <summary>An ordinary emoji.</summary>
    Emoji,

    /// <summary>A custom emoji, known by its id.</summary>
    CustomEmoji,

    /// <summary>A paid star.</summary>
    PaidStar,
}
