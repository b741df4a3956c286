using TelegramMarketing.Publishing;

namespace TelegramMarketing.Stickers;

/// <summary>Checks a definition against every rule of Telegram's that can be checked before sending, and reports all that it breaks.</summary>
internal static class StickerSeriesValidator
{
    /// <summary>Reads the files, and checks everything.</summary>
    /// <param name="definition">The series.</param>
    /// <param name="botName">The bot's username, with which the name must end; <see langword="null"/> when it is not known.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public static async Task<CheckedSeries> CheckAsync(StickerSeriesDefinition definition, string? botName, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var violations = new ViolationList();
        CheckSeries(definition, botName, violations);
        var files = new List<StickerFile>();
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        var number = 0;
        foreach (var sticker in definition.Stickers ?? [])
        {
            number++;
            if (sticker is null)
            {
                violations.AddIf(true, PlanRules.NullValue, $"Sticker {number} is null. Remove it.");
                files.Add(StickerFile.Remote);
                continue;
            }

            var where = NameOf(number, sticker.Source);
            var file = await StickerFileReader.ReadAsync(sticker.Source, cancellationToken).ConfigureAwait(false);
            files.Add(file);
            StickerFileRules.Check(sticker, file, definition.Type, where, violations);
            StickerWordRules.Check(sticker, definition.Type, where, violations);
            CheckTwice(file.Hash ?? (file.IsRemote ? sticker.Source.Value : null), where, seen, violations);
        }

        StickerFile? thumbnail = null;
        if (definition.Thumbnail is { } source)
        {
            thumbnail = await StickerFileReader.ReadAsync(source, cancellationToken).ConfigureAwait(false);
            StickerFileRules.CheckThumbnail(source, thumbnail, definition.Type, violations);
        }

        return new CheckedSeries(definition, files, thumbnail, violations.ToList());
    }

    /// <summary>Checks one sticker for a series of this type.</summary>
    public static async Task<(StickerFile File, IReadOnlyList<PlanViolation> Violations)> CheckAsync(Sticker sticker, StickerSeriesType type, CancellationToken cancellationToken)
    {
        var violations = new ViolationList();
        var where = NameOf(1, sticker.Source);
        var file = await StickerFileReader.ReadAsync(sticker.Source, cancellationToken).ConfigureAwait(false);
        StickerFileRules.Check(sticker, file, type, where, violations);
        StickerWordRules.Check(sticker, type, where, violations);
        return (file, violations.ToList());
    }

    private static string NameOf(int number, MediaSource source) =>
        source.FileName.Length > 0 ? FormattableString.Invariant($"Sticker {number} ('{source.FileName}')") : FormattableString.Invariant($"Sticker {number} ({source.Origin})");

    private static void CheckSeries(StickerSeriesDefinition definition, string? botName, ViolationList violations)
    {
        var nameFault = StickerNames.FindFault(definition.Name, botName);
        violations.AddIf(nameFault is not null, StickerRules.Name, $"The name {nameFault}.");
        var titleFault = StickerNames.FindTitleFault(definition.Title);
        violations.AddIf(titleFault is not null, StickerRules.Title, $"The title {titleFault}.");
        violations.AddIf(definition.OwnerId <= 0, StickerRules.Owner, $"The owner {definition.OwnerId} is no person's id. Set {nameof(definition.OwnerId)} to the Telegram user id of a person who has started the bot.");
        violations.AddIf(!Enum.IsDefined(definition.Type), PlanRules.OptionValue, $"{nameof(definition.Type)} has the value {(int)definition.Type}, which means nothing. Use one of {nameof(StickerSeriesType)}.");
        violations.AddIf(
            definition.NeedsRepainting && definition.Type != StickerSeriesType.CustomEmoji,
            StickerRules.Repainting,
            $"{nameof(definition.NeedsRepainting)} is for custom emoji only. Leave it out.");
        var count = definition.Stickers?.Count ?? 0;
        var capacity = StickerLimits.Capacity(definition.Type);
        violations.AddIf(count == 0, StickerRules.Count, $"The series has no sticker. Add at least 1.");
        violations.AddIf(count > capacity, StickerRules.Count, $"The series has {count} stickers; Telegram takes at most {capacity}. Make a second series of the others.");
    }

    private static void CheckTwice(string? content, string where, Dictionary<string, string> seen, ViolationList violations)
    {
        if (content is not null && !seen.TryAdd(content, where))
        {
            violations.AddIf(true, StickerRules.Duplicate, $"{where} has the same content as {seen[content]}. Leave one of them out, and give the other both emoji.");
        }
    }
}
