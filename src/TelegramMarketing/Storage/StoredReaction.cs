namespace TelegramMarketing.Storage;

/// <summary>A reaction as a store writes it.</summary>
internal sealed record StoredReaction
{
    public ReactionKind Kind { get; init; }

    public string Symbol { get; init; } = "";

    public long Value { get; init; }

    public long Low { get; init; }

    public long High { get; init; }

    public string? Raw { get; init; }

    public static StoredReaction From(ReactionCount reaction) => new()
    {
        Kind = reaction.Kind,
        Symbol = reaction.Symbol,
        Value = reaction.Count.Value,
        Low = reaction.Count.Low,
        High = reaction.Count.High,
        Raw = reaction.Count.RawUnlessDigits,
    };

    public ReactionCount Restore()
    {
        var count = Count.Restore(Low, High, Value, Raw);
        return Kind switch
        {
            ReactionKind.CustomEmoji => ReactionCount.CustomEmoji(Symbol, count),
            ReactionKind.PaidStar => ReactionCount.PaidStar(count),
            _ => ReactionCount.Emoji(Symbol, count),
        };
    }
}
