using TelegramMarketing.BotApi;
using TelegramMarketing.Time;

namespace TelegramMarketing.Stickers;

/// <summary>
/// Brings one definition to Telegram, in rounds: look, plan, do. What has an unclear outcome is not repeated but looked at anew, a while later; the same upload is used
/// again, which Telegram takes for the same sticker.
/// </summary>
internal sealed class StickerWorker(StickerApi api, Clock clock, StickerMemory memory, CheckedSeries series, StickerPlanOptions options, IProgress<StickerProgress>? progress)
{
    private const int MostRounds = 12;
    private const int MostWaits = 100;

    // What an answer was lost of may still be under way.
    private static readonly TimeSpan _settling = TimeSpan.FromSeconds(30);

    private readonly StickerSeriesDefinition _definition = series.Definition;
    private readonly Dictionary<int, UploadedSticker> _uploads = [];
    private StickerPlanOptions _options = options;
    private int _done;
    private int _total;

    /// <exception cref="TelegramMarketingException">As <see cref="IStickerSeries"/> says.</exception>
    public async Task<StickerSeries> RunAsync(CancellationToken cancellationToken)
    {
        TelegramMarketingException? doubt = null;
        for (var round = 0; round < MostRounds; round++)
        {
            var existing = await StepAsync(() => api.FindAsync(_definition.Name, cancellationToken), cancellationToken).ConfigureAwait(false);
            var planner = new StickerPlanner(series, existing, _options, memory);
            var plan = planner.Plan();
            _total = Math.Max(_total, _done + plan.Actions.Count);
            if (round == 0)
            {
                progress?.Report(new StickerProgress(0, _total, null));
            }

            if (existing is not null && plan.IsUpToDate)
            {
                return existing;
            }

            try
            {
                await DoAsync(plan, planner, cancellationToken).ConfigureAwait(false);
            }
            catch (TelegramMarketingException exception) when (exception.Error == TelegramMarketingError.OutcomeUnknown || (existing is null && exception.Error == TelegramMarketingError.StickerNameTaken))
            {
                doubt = exception;
                await clock.DelayAsync(_settling, cancellationToken).ConfigureAwait(false);
            }
        }

        throw doubt ?? new TelegramMarketingException(
            TelegramMarketingError.OutcomeUnknown,
            $"The series '{_definition.Name}' does not become what is asked for: after {MostRounds} rounds Telegram still shows it otherwise. See what {nameof(IStickerSeries.PlanAsync)} says.");
    }

    private async Task DoAsync(StickerSeriesPlan plan, StickerPlanner planner, CancellationToken cancellationToken)
    {
        if (plan.Existing is null)
        {
            await CreateAsync(plan, cancellationToken).ConfigureAwait(false);
            return;
        }

        var contents = plan.Actions.Where(action => action.Kind is StickerActionKind.Replace or StickerActionKind.Remove or StickerActionKind.Add).ToList();
        if (contents.Count > 0)
        {
            // Moves and words come in the next round, when the new stickers have ids.
            await ChangeContentsAsync(plan.Existing, contents, cancellationToken).ConfigureAwait(false);
            return;
        }

        foreach (var action in plan.Actions)
        {
            await StepAsync(() => ArrangeAsync(action, planner, cancellationToken), cancellationToken).ConfigureAwait(false);
            Report(action);
        }

        _options = _options with { RewriteWords = false };
    }

    private async Task CreateAsync(StickerSeriesPlan plan, CancellationToken cancellationToken)
    {
        var first = new List<UploadedSticker>();
        foreach (var action in plan.Actions.Where(action => action.Kind == StickerActionKind.Create))
        {
            first.Add(await UploadAsync(action.Number!.Value - 1, cancellationToken).ConfigureAwait(false));
            Report(action);
        }

        await StepAsync(() => api.CreateAsync(_definition, first, cancellationToken), cancellationToken).ConfigureAwait(false);
        await RememberAsync([.. Enumerable.Range(0, first.Count).Select(index => ((string?)null, index))], cancellationToken).ConfigureAwait(false);
    }

    private async Task ChangeContentsAsync(StickerSeries existing, List<StickerAction> actions, CancellationToken cancellationToken)
    {
        // The ids that will stand there; those that are not known yet, by their index in the definition.
        var expected = existing.Stickers.Select(sticker => ((string?)sticker.UniqueId, -1)).ToList();
        foreach (var action in actions)
        {
            var index = (action.Number ?? 0) - 1;
            var upload = action.Kind == StickerActionKind.Remove ? null : await UploadAsync(index, cancellationToken).ConfigureAwait(false);
            await StepAsync(
                () => action.Kind switch
                {
                    StickerActionKind.Remove => api.RemoveAsync(action.Existing!, cancellationToken),
                    StickerActionKind.Replace => api.ReplaceAsync(_definition.OwnerId, action.Existing!, upload!, cancellationToken),
                    _ => api.AddAsync(_definition.Name, _definition.OwnerId, upload!, cancellationToken),
                },
                cancellationToken).ConfigureAwait(false);
            var place = action.Existing is { } sticker ? expected.FindIndex(known => known.Item1 == sticker.UniqueId) : -1;
            if (action.Kind == StickerActionKind.Remove)
            {
                expected.RemoveAt(place);
            }
            else if (place >= 0)
            {
                expected[place] = (null, index);
            }
            else
            {
                expected.Add((null, index));
            }

            Report(action);
        }

        await RememberAsync(expected, cancellationToken).ConfigureAwait(false);
    }

    private Task ArrangeAsync(StickerAction action, StickerPlanner planner, CancellationToken cancellationToken)
    {
        var index = (action.Number ?? 0) - 1;
        return action.Kind switch
        {
            StickerActionKind.Move => api.MoveAsync(action.Existing!, planner.PositionOf(index), cancellationToken),
            StickerActionKind.SetWords => SetWordsAsync(action.Existing!, _definition.Stickers[index], cancellationToken),
            StickerActionKind.SetTitle => api.SetTitleAsync(_definition.Name, _definition.Title, cancellationToken),
            _ => SetThumbnailAsync(cancellationToken),
        };
    }

    private async Task SetWordsAsync(SeriesSticker existing, Sticker sticker, CancellationToken cancellationToken)
    {
        if (_definition.Type == StickerSeriesType.Mask)
        {
            await api.SetMaskPositionAsync(existing, sticker.MaskPosition, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await api.SetKeywordsAsync(existing, sticker.Keywords, cancellationToken).ConfigureAwait(false);
        }

        // Last, since it is all that Telegram tells: what is interrupted before is seen and done again.
        await api.SetEmojiAsync(existing, sticker.Emoji, cancellationToken).ConfigureAwait(false);
    }

    private async Task SetThumbnailAsync(CancellationToken cancellationToken)
    {
        await api.SetThumbnailAsync(_definition.Name, _definition.OwnerId, _definition.Thumbnail, series.Thumbnail!.Format ?? StickerFormat.Static, cancellationToken).ConfigureAwait(false);
        var key = StickerPlanner.ThumbnailOf(_definition.Name);
        memory.Remember(key.SeriesName, key.UniqueId, series.Thumbnail.Hash);
    }

    private async Task<UploadedSticker> UploadAsync(int index, CancellationToken cancellationToken)
    {
        if (!_uploads.TryGetValue(index, out var upload))
        {
            upload = await StepAsync(() => api.UploadAsync(_definition.OwnerId, _definition.Stickers[index], series.Files[index].Format, cancellationToken), cancellationToken).ConfigureAwait(false);
            _uploads.Add(index, upload);
        }

        return upload;
    }

    /// <summary>Learns which ids Telegram gave, where the series looks as it should by now.</summary>
    private async Task RememberAsync(List<(string? UniqueId, int Index)> expected, CancellationToken cancellationToken)
    {
        var now = await StepAsync(() => api.FindAsync(_definition.Name, cancellationToken), cancellationToken).ConfigureAwait(false);
        if (now?.Stickers.Count != expected.Count || !expected.Zip(now.Stickers).All(pair => pair.First.UniqueId is null || pair.First.UniqueId == pair.Second.UniqueId))
        {
            return;
        }

        foreach (var ((uniqueId, index), sticker) in expected.Zip(now.Stickers))
        {
            if (uniqueId is null)
            {
                memory.Remember(_definition.Name, sticker.UniqueId, series.Files[index].Hash);
            }
        }
    }

    /// <summary>Does one thing, and waits as long as Telegram asks to.</summary>
    private async Task<T> StepAsync<T>(Func<Task<T>> step, CancellationToken cancellationToken)
    {
        for (var wait = 0; ; wait++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                return await step().ConfigureAwait(false);
            }
            catch (TelegramMarketingException exception)
                when (exception is { Error: TelegramMarketingError.TooManyRequests, RetryAfter: { } retryAfter } && retryAfter <= _options.Patience && wait < MostWaits)
            {
                await clock.DelayAsync(retryAfter, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private Task<bool> StepAsync(Func<Task> step, CancellationToken cancellationToken) => StepAsync(
        async () =>
        {
            await step().ConfigureAwait(false);
            return true;
        },
        cancellationToken);

    private void Report(StickerAction action) => progress?.Report(new StickerProgress(++_done, _total = Math.Max(_total, _done), action));
}
