namespace TelegramMarketing;

/// <summary>How often one reaction was given to a post.</summary>
public sealed record ReactionCount
{
    private ReactionCount(ReactionKind kind, string symbol, Count count)
    {
        Kind = kind;
        Symbol = symbol;
        Count = count;
    }

    /// <summary>What people reacted with.</summary>
    public ReactionKind Kind { get; }

    /// <summary>The emoji, the id of the custom emoji, or <c>⭐</c> for the paid star.</summary>
    public string Symbol { get; }

    /// <summary>How often; rounded like views where the source rounds.</summary>
    public Count Count { get; }

    /// <summary>An ordinary emoji.</summary>
    /// <exception cref="ArgumentException"><paramref name="emoji"/> is empty.</exception>
    public static ReactionCount Emoji(string emoji, Count count)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(emoji);
        return new(ReactionKind.Emoji, emoji, count);
    }

    /// <summary>A custom emoji.</summary>
    /// <exception cref="ArgumentException"><paramref name="id"/> is empty.</exception>
    public static ReactionCount CustomEmoji(string id, Count count)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        return new(ReactionKind.CustomEmoji, id, count);
    }

    /// <summary>The paid star.</summary>
    public static ReactionCount PaidStar(Count count) => new(ReactionKind.PaidStar, "⭐", count);

    /// <summary>The symbol and the count.</summary>
    public override string ToString() => $"{Symbol} {Count.Raw}";
}
