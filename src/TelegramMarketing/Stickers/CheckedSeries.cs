namespace TelegramMarketing.Stickers;

/// <summary>A definition, with what its files say and what it breaks.</summary>
/// <param name="Definition">The series.</param>
/// <param name="Files">The files of its stickers, in order.</param>
/// <param name="Thumbnail">The file of its own picture, if it has one.</param>
/// <param name="Violations">All that it breaks.</param>
internal sealed record CheckedSeries(StickerSeriesDefinition Definition, IReadOnlyList<StickerFile> Files, StickerFile? Thumbnail, IReadOnlyList<PlanViolation> Violations)
{
    /// <exception cref="TelegramMarketingException"><see cref="TelegramMarketingError.InvalidStickers"/>, with all violations.</exception>
    public void ThrowIfInvalid() => ThrowIfAny(Violations);

    /// <inheritdoc cref="ThrowIfInvalid"/>
    public static void ThrowIfAny(IReadOnlyList<PlanViolation> violations)
    {
        if (violations.Count > 0)
        {
            throw new TelegramMarketingException(TelegramMarketingError.InvalidStickers, string.Join(' ', violations.Select(violation => violation.Message))) { Violations = violations };
        }
    }
}
