namespace TelegramMarketing;

/// <summary>What a folder of pictures holds.</summary>
/// <param name="Stickers">The stickers in their order, for <see cref="StickerSeriesDefinition.Stickers"/>.</param>
/// <param name="Problems">The files that could not be made into stickers, each with the remedy; the others are unharmed.</param>
public sealed record StickerFolderContent(IReadOnlyList<Sticker> Stickers, IReadOnlyList<PlanViolation> Problems);
