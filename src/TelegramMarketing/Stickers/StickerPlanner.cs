namespace TelegramMarketing.Stickers;

/// <summary>Compares a definition with what stands on Telegram. Pure.</summary>
internal sealed class StickerPlanner(CheckedSeries series, StickerSeries? existing, StickerPlanOptions options, StickerMemory memory)
{
    private readonly StickerSeriesDefinition _definition = series.Definition;
    private readonly List<StickerAction> _actions = [];
    private readonly Dictionary<int, int> _positions = [];

    /// <exception cref="TelegramMarketingException"><see cref="TelegramMarketingError.StickerNameTaken"/>.</exception>
    public StickerSeriesPlan Plan()
    {
        if (existing is null)
        {
            PlanNew();
            return Result([]);
        }

        var matcher = new StickerMatcher(series, existing, memory, options.ReplaceChanged);
        var matches = matcher.Match();
        ThrowIfOther(existing, matches);
        PlanContents(matches, matcher.Free);
        PlanOrder(existing, matches, matcher.Free);
        PlanWords(matches);
        PlanTitleAndThumbnail(existing);
        return Result(options.RemoveMissing ? [] : matcher.Free);
    }

    /// <summary>The key of the series' own picture in the memory.</summary>
    public static SeriesSticker ThumbnailOf(string name) => new() { SeriesName = name, UniqueId = "thumbnail", FileId = "" };

    private StickerSeriesPlan Result(IReadOnlyList<SeriesSticker> leftAlone) =>
        new() { Definition = _definition, Options = options, Existing = existing, Actions = _actions, LeftAlone = [.. leftAlone] };

    private void PlanNew()
    {
        for (var i = 0; i < _definition.Stickers.Count; i++)
        {
            Do(i < StickerLimits.FirstStickers ? StickerActionKind.Create : StickerActionKind.Add, i, null, i < StickerLimits.FirstStickers ? "Create the series with" : "Add");
        }

        if (_definition.Thumbnail is not null)
        {
            _actions.Add(new StickerAction(StickerActionKind.SetThumbnail, null, null, "Set the thumbnail"));
        }
    }

    private void ThrowIfOther(StickerSeries other, IReadOnlyList<(StickerMatch Match, SeriesSticker? Sticker)> matches)
    {
        if (other.Type != _definition.Type)
        {
            throw Taken($"is of the type {other.Type}, not {_definition.Type}, which never changes");
        }

        if (other.Title != _definition.Title.Trim() && other.Stickers.Count > 0 && matches.All(match => match.Match != StickerMatch.Same))
        {
            throw Taken("has another title and not one sticker in common with this one");
        }
    }

    private TelegramMarketingException Taken(string why) => new(
        TelegramMarketingError.StickerNameTaken,
        $"There is a series '{_definition.Name}' already, which {why}. Choose another name, or delete that series first.");

    private void PlanContents(IReadOnlyList<(StickerMatch Match, SeriesSticker? Sticker)> matches, IReadOnlyList<SeriesSticker> free)
    {
        for (var i = 0; i < matches.Count; i++)
        {
            if (matches[i].Match == StickerMatch.Changed)
            {
                Do(StickerActionKind.Replace, i, matches[i].Sticker, "Replace");
            }
        }

        if (options.RemoveMissing)
        {
            foreach (var sticker in free)
            {
                _actions.Add(new StickerAction(StickerActionKind.Remove, null, sticker, $"Remove {sticker.Emoji} ({sticker.UniqueId}), which the definition does not have"));
            }
        }

        for (var i = 0; i < matches.Count; i++)
        {
            if (matches[i].Match == StickerMatch.None)
            {
                Do(StickerActionKind.Add, i, null, "Add");
            }
        }
    }

    private void PlanOrder(StickerSeries there, IReadOnlyList<(StickerMatch Match, SeriesSticker? Sticker)> matches, IReadOnlyList<SeriesSticker> free)
    {
        // A sticker of the definition is known by its index, any other by a number below zero.
        var current = new List<int>();
        for (var place = 0; place < there.Stickers.Count; place++)
        {
            var sticker = there.Stickers[place];
            var index = IndexOf(matches, sticker);
            if (index >= 0 || !options.RemoveMissing || !free.Contains(sticker))
            {
                current.Add(index >= 0 ? index : -1 - place);
            }
        }

        current.AddRange(Enumerable.Range(0, matches.Count).Where(i => matches[i].Match == StickerMatch.None));
        foreach (var (index, position) in StickerMoves.Find(current, [.. Enumerable.Range(0, matches.Count)]))
        {
            Do(StickerActionKind.Move, index, matches[index].Sticker, FormattableString.Invariant($"Move to place {position + 1}"));
            _positions[index] = position;
        }
    }

    /// <summary>Where the sticker of this index of the definition is moved to, counted from 0.</summary>
    public int PositionOf(int index) => _positions[index];

    private void PlanWords(IReadOnlyList<(StickerMatch Match, SeriesSticker? Sticker)> matches)
    {
        for (var i = 0; i < matches.Count; i++)
        {
            if (matches[i] is { Match: StickerMatch.Same, Sticker: { } sticker }
                && (options.RewriteWords || EmojiText.Normalize(sticker.Emoji) != EmojiText.Normalize(_definition.Stickers[i].Emoji[0])))
            {
                Do(StickerActionKind.SetWords, i, sticker, "Write the emoji and keywords of");
            }
        }
    }

    private void PlanTitleAndThumbnail(StickerSeries there)
    {
        if (there.Title != _definition.Title.Trim())
        {
            _actions.Add(new StickerAction(StickerActionKind.SetTitle, null, null, $"Change the title to '{_definition.Title}'"));
        }

        var isOther = memory.HashOf(ThumbnailOf(_definition.Name)) is { } known
            ? known != series.Thumbnail?.Hash
            : series.Thumbnail is { Type: not StickerFileType.Png, IsRemote: false } file && there.ThumbnailLength is { } length && length != file.Length;
        if (series.Thumbnail is not null && (!there.HasThumbnail || isOther))
        {
            _actions.Add(new StickerAction(StickerActionKind.SetThumbnail, null, null, "Set the thumbnail"));
        }
    }

    private void Do(StickerActionKind kind, int index, SeriesSticker? sticker, string what)
    {
        var source = _definition.Stickers[index].Source;
        var file = source.FileName.Length > 0 ? source.FileName : source.Origin.ToString();
        _actions.Add(new StickerAction(kind, index + 1, sticker, FormattableString.Invariant($"{what}: sticker {index + 1} ({file})")));
    }

    private static int IndexOf(IReadOnlyList<(StickerMatch Match, SeriesSticker? Sticker)> matches, SeriesSticker sticker)
    {
        for (var i = 0; i < matches.Count; i++)
        {
            if (ReferenceEquals(matches[i].Sticker, sticker))
            {
                return i;
            }
        }

        return -1;
    }
}
