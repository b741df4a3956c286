namespace TelegramMarketing.Stickers;

/// <summary>
/// Finds for each sticker of a definition the one on Telegram that it is, or whose place it takes, from what Telegram tells: form, pixels, bytes and first emoji.
/// </summary>
internal sealed class StickerMatcher(CheckedSeries series, StickerSeries existing, StickerMemory memory, bool replaceChanged)
{
    private readonly (StickerMatch Match, SeriesSticker? Sticker)[] _matches = new (StickerMatch, SeriesSticker?)[series.Files.Count];
    private readonly List<SeriesSticker> _free = [.. existing.Stickers];

    /// <summary>The stickers on Telegram that none of the definition's is.</summary>
    public IReadOnlyList<SeriesSticker> Free => _free;

    public IReadOnlyList<(StickerMatch Match, SeriesSticker? Sticker)> Match()
    {
        Pair(StickerMatch.Same, (file, _, sticker) => file.Hash is { } hash && memory.HashOf(sticker) == hash);
        Pair(StickerMatch.Same, (file, local, sticker) => HasBytesOf(file, sticker) && EmojiOf(local) == EmojiOf(sticker));
        Pair(StickerMatch.Same, (file, _, sticker) => HasBytesOf(file, sticker));
        Pair(StickerMatch.Same, (file, local, sticker) => IsTakenFor(file, local, sticker));
        Pair(replaceChanged ? StickerMatch.Changed : StickerMatch.Same, (_, local, sticker) => EmojiOf(local) == EmojiOf(sticker));
        return _matches;
    }

    private void Pair(StickerMatch match, Func<StickerFile, Sticker, SeriesSticker, bool> fits)
    {
        for (var i = 0; i < _matches.Length; i++)
        {
            if (_matches[i].Match == StickerMatch.None
                && _free.FirstOrDefault(sticker => fits(series.Files[i], series.Definition.Stickers[i], sticker)) is { } found)
            {
                _matches[i] = (match, found);
                _free.Remove(found);
            }
        }
    }

    // Telegram keeps these files as they came, so that the number of bytes tells them apart.
    private bool HasBytesOf(StickerFile file, SeriesSticker sticker) =>
        file.Type is StickerFileType.Webp or StickerFileType.Tgs or StickerFileType.Webm && HasFormOf(file, sticker) && sticker.Length == file.Length && !IsOther(file, sticker);

    // Of a PNG Telegram keeps a WEBP of its own, and of an address or a file id nothing is known here.
    private bool IsTakenFor(StickerFile file, Sticker local, SeriesSticker sticker) =>
        (file.Type == StickerFileType.Png ? HasFormOf(file, sticker) && !IsOther(file, sticker) : file.IsRemote && sticker.Format == (local.Format ?? StickerFormat.Static))
        && EmojiOf(local) == EmojiOf(sticker);

    private bool IsOther(StickerFile file, SeriesSticker sticker) => memory.HashOf(sticker) is { } known && known != file.Hash;

    private static bool HasFormOf(StickerFile file, SeriesSticker sticker) =>
        file.Format == sticker.Format && file.Pixels is { } pixels && pixels.Width == sticker.Width && pixels.Height == sticker.Height;

    private static string EmojiOf(Sticker sticker) => EmojiText.Normalize(sticker.Emoji[0]);

    private static string EmojiOf(SeriesSticker sticker) => EmojiText.Normalize(sticker.Emoji);
}
