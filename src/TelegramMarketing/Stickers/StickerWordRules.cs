using TelegramMarketing.Publishing;

namespace TelegramMarketing.Stickers;

/// <summary>The rules for what a sticker is found by, and for where a mask lies.</summary>
internal static class StickerWordRules
{
    public static void Check(Sticker sticker, StickerSeriesType type, string where, ViolationList violations)
    {
        CheckEmoji(sticker.Emoji, where, violations);
        CheckKeywords(sticker.Keywords, type, where, violations);
        violations.AddIf(
            sticker.MaskPosition is not null && type != StickerSeriesType.Mask,
            StickerRules.MaskPosition,
            $"{where} has a mask position; only a series of masks does. Leave it out.");
        if (sticker.MaskPosition is { } position)
        {
            violations.AddIf(
                !(position.Scale > 0) || !double.IsFinite(position.Scale) || !double.IsFinite(position.XShift) || !double.IsFinite(position.YShift) || !Enum.IsDefined(position.Point),
                StickerRules.MaskPosition,
                $"{where} has a mask position that is none: shifts are finite numbers, the scale is above 0, and the point is one of {nameof(MaskPoint)}.");
        }
    }

    public static void CheckEmoji(IReadOnlyList<string>? emoji, string where, ViolationList violations)
    {
        var count = emoji?.Count ?? 0;
        violations.AddIf(count == 0, StickerRules.EmojiCount, $"{where} has no emoji. Give it at least 1, such as 😀.");
        violations.AddIf(count > StickerLimits.Emoji, StickerRules.EmojiCount, $"{where} has {count} emoji; it has at most {StickerLimits.Emoji}. Keep the most fitting ones.");
        foreach (var one in emoji ?? [])
        {
            violations.AddIf(!EmojiText.IsEmoji(one), StickerRules.Emoji, $"{where} has '{one}' among its emoji, which is no single emoji of Unicode. Use one such as 😀.");
        }
    }

    public static void CheckKeywords(IReadOnlyList<string>? keywords, StickerSeriesType type, string where, ViolationList violations)
    {
        var count = keywords?.Count ?? 0;
        if (count == 0)
        {
            return;
        }

        var length = keywords!.Sum(keyword => CodePoints.Count(keyword ?? ""));
        violations.AddIf(type == StickerSeriesType.Mask, StickerRules.Keywords, $"{where} has keywords; masks have none. Leave them out.");
        violations.AddIf(count > StickerLimits.Keywords, StickerRules.Keywords, $"{where} has {count} keywords; it has at most {StickerLimits.Keywords}. Keep the most fitting ones.");
        violations.AddIf(keywords!.Any(string.IsNullOrWhiteSpace), StickerRules.Keywords, $"{where} has an empty keyword. Remove it.");
        violations.AddIf(
            length > StickerLimits.KeywordsLength,
            StickerRules.Keywords,
            $"{where} has keywords of {length} characters together; they have at most {StickerLimits.KeywordsLength}. Keep the most fitting ones.");
    }
}
