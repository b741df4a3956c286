namespace TelegramMarketing;

/// <summary>How far <see cref="IStickerSeries"/> goes in bringing a definition to Telegram.</summary>
public sealed record StickerPlanOptions
{
    /// <summary>Stickers that stand on Telegram and not in the definition are removed.</summary>
    /// <value>Defaults to <see langword="false"/>: they are left alone, and the plan lists them.</value>
    public bool RemoveMissing { get; init; }

    /// <summary>A sticker whose picture has changed is replaced on Telegram.</summary>
    /// <value>Defaults to <see langword="true"/>. <see langword="false"/>: one with the same first emoji is taken to be the same.</value>
    public bool ReplaceChanged { get; init; } = true;

    /// <summary>
    /// Emoji, keywords and mask positions of the stickers that stand there already are written again. Telegram tells of a sticker only the first emoji, and no keywords, so
    /// that other changes of them cannot be seen.
    /// </summary>
    /// <value>Defaults to <see langword="false"/>: only where the first emoji differs. New and replaced stickers get theirs in any case.</value>
    public bool RewriteWords { get; init; }

    /// <summary>How long one wait may be that Telegram asks for (429). A longer one ends the work, which can be taken up again later.</summary>
    /// <value>Defaults to 15 minutes.</value>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(15);
}
