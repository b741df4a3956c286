namespace TelegramMarketing;

/// <summary>What would be done to bring a definition to Telegram. Nothing has been sent.</summary>
public sealed record StickerSeriesPlan
{
    /// <summary>What the series should be.</summary>
    public required StickerSeriesDefinition Definition { get; init; }

    /// <summary>How far the plan goes.</summary>
    public StickerPlanOptions Options { get; init; } = new();

    /// <summary>The series as it stands; <see langword="null"/> when there is none yet.</summary>
    public StickerSeries? Existing { get; init; }

    /// <summary>What is to be done, in order.</summary>
    public IReadOnlyList<StickerAction> Actions { get; init; } = [];

    /// <summary>Stickers that stand on Telegram and not in the definition, and are left alone.</summary>
    public IReadOnlyList<SeriesSticker> LeftAlone { get; init; } = [];

    /// <summary>Nothing is to be done.</summary>
    public bool IsUpToDate => Actions.Count == 0;

    /// <summary>A line for each thing that is to be done.</summary>
    public override string ToString() => IsUpToDate ? $"{Definition.Name} is up to date." : string.Join('\n', Actions.Select(action => action.Description));
}
