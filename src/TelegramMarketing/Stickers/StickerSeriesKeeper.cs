using TelegramMarketing.BotApi;
using TelegramMarketing.Delivery;
using TelegramMarketing.Hosting;
using TelegramMarketing.Publishing;

namespace TelegramMarketing.Stickers;

/// <inheritdoc cref="IStickerSeries"/>
internal sealed class StickerSeriesKeeper(BotContext context, StickerApi api) : IStickerSeries
{
    private readonly StickerMemory _memory = new();

    // Two at once would each add what the other has not added yet.
    private readonly TurnQueue _turns = new(context.Clock);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<PlanViolation>> CheckAsync(StickerSeriesDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        using var activity = context.Clock.BeginOperation();
        return (await ReadAsync(definition, cancellationToken).ConfigureAwait(false)).Violations;
    }

    /// <inheritdoc/>
    public async Task<StickerSeriesPlan> PlanAsync(StickerSeriesDefinition definition, StickerPlanOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        using var activity = context.Clock.BeginOperation();
        var series = await ReadAsync(definition, cancellationToken).ConfigureAwait(false);
        series.ThrowIfInvalid();
        var existing = await api.FindAsync(definition.Name, cancellationToken).ConfigureAwait(false);
        return new StickerPlanner(series, existing, options ?? new(), _memory).Plan();
    }

    /// <inheritdoc/>
    public async Task<StickerSeries> ApplyAsync(StickerSeriesDefinition definition, StickerPlanOptions? options = null, IProgress<StickerProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        using var activity = context.Clock.BeginOperation();
        var series = await ReadAsync(definition, cancellationToken).ConfigureAwait(false);
        series.ThrowIfInvalid();
        using var turn = _turns.Enter();
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        return await new StickerWorker(api, context.Clock, _memory, series, options ?? new(), progress).RunAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task<StickerSeries> ApplyAsync(StickerSeriesPlan plan, IProgress<StickerProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return ApplyAsync(plan.Definition, plan.Options, progress, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<StickerSeries?> FindAsync(string name, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        using var activity = context.Clock.BeginOperation();
        return await api.FindAsync(name, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<StickerSeries> AddAsync(string name, long ownerId, Sticker sticker, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sticker);
        using var activity = context.Clock.BeginOperation();
        var upload = await PrepareAsync(name, ownerId, sticker, cancellationToken).ConfigureAwait(false);
        await api.AddAsync(name, ownerId, upload, cancellationToken).ConfigureAwait(false);
        return await GetAsync(name, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<StickerSeries> ReplaceAsync(SeriesSticker existing, long ownerId, Sticker sticker, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(existing);
        ArgumentNullException.ThrowIfNull(sticker);
        using var activity = context.Clock.BeginOperation();
        var upload = await PrepareAsync(existing.SeriesName, ownerId, sticker, cancellationToken).ConfigureAwait(false);
        await OnceAsync(existing, () => api.ReplaceAsync(ownerId, existing, upload, cancellationToken), cancellationToken).ConfigureAwait(false);
        return await GetAsync(existing.SeriesName, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task RemoveAsync(SeriesSticker sticker, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sticker);
        using var activity = context.Clock.BeginOperation();
        await OnceAsync(sticker, () => api.RemoveAsync(sticker, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task MoveAsync(SeriesSticker sticker, int position, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sticker);
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        return api.MoveAsync(sticker, position, cancellationToken);
    }

    /// <inheritdoc/>
    public Task SetEmojiAsync(SeriesSticker sticker, IReadOnlyList<string> emoji, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sticker);
        Check(violations => StickerWordRules.CheckEmoji(emoji, "The sticker", violations));
        return api.SetEmojiAsync(sticker, emoji, cancellationToken);
    }

    /// <inheritdoc/>
    public Task SetKeywordsAsync(SeriesSticker sticker, IReadOnlyList<string> keywords, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sticker);
        ArgumentNullException.ThrowIfNull(keywords);
        Check(violations => StickerWordRules.CheckKeywords(keywords, StickerSeriesType.Regular, "The sticker", violations));
        return api.SetKeywordsAsync(sticker, keywords, cancellationToken);
    }

    /// <inheritdoc/>
    public Task SetMaskPositionAsync(SeriesSticker sticker, MaskPosition? position, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sticker);
        return api.SetMaskPositionAsync(sticker, position, cancellationToken);
    }

    /// <inheritdoc/>
    public Task SetTitleAsync(string name, string title, CancellationToken cancellationToken = default)
    {
        var fault = StickerNames.FindTitleFault(title);
        Check(violations => violations.AddIf(fault is not null, StickerRules.Title, $"The title {fault}."));
        return api.SetTitleAsync(name, title, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task SetThumbnailAsync(string name, long ownerId, MediaSource? thumbnail, CancellationToken cancellationToken = default)
    {
        using var activity = context.Clock.BeginOperation();
        var format = StickerFormat.Static;
        if (thumbnail is not null)
        {
            var file = await StickerFileReader.ReadAsync(thumbnail, cancellationToken).ConfigureAwait(false);
            Check(violations => StickerFileRules.CheckThumbnail(thumbnail, file, StickerSeriesType.Regular, violations));
            format = file.Format ?? format;
        }

        await api.SetThumbnailAsync(name, ownerId, thumbnail, format, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task DeleteAsync(string name, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        try
        {
            await api.DeleteAsync(name, cancellationToken).ConfigureAwait(false);
        }
        catch (TelegramMarketingException exception) when (exception.Error == TelegramMarketingError.StickerSeriesNotFound)
        {
            // Gone already, or somebody else's, which is none of this bot's in either case.
        }
    }

    /// <inheritdoc/>
    public Uri LinkOf(string name, StickerSeriesType type = StickerSeriesType.Regular) =>
        StickerNames.FindFault(name, null) is { } fault ? throw new ArgumentException($"The name {fault}.", nameof(name)) : StickerNames.LinkOf(name, type);

    private async Task<CheckedSeries> ReadAsync(StickerSeriesDefinition definition, CancellationToken cancellationToken)
    {
        var botName = await api.GetBotNameAsync(cancellationToken).ConfigureAwait(false);
        return await StickerSeriesValidator.CheckAsync(definition, botName, cancellationToken).ConfigureAwait(false);
    }

    private async Task<UploadedSticker> PrepareAsync(string name, long ownerId, Sticker sticker, CancellationToken cancellationToken)
    {
        var series = await GetAsync(name, cancellationToken).ConfigureAwait(false);
        var (file, violations) = await StickerSeriesValidator.CheckAsync(sticker, series.Type, cancellationToken).ConfigureAwait(false);
        CheckedSeries.ThrowIfAny(violations);
        return await api.UploadAsync(ownerId, sticker, file.Format, cancellationToken).ConfigureAwait(false);
    }

    private async Task<StickerSeries> GetAsync(string name, CancellationToken cancellationToken) =>
        await api.FindAsync(name, cancellationToken).ConfigureAwait(false)
        ?? throw new TelegramMarketingException(TelegramMarketingError.StickerSeriesNotFound, $"There is no series of stickers '{name}'. Create it with {nameof(ApplyAsync)}.");

    /// <summary>Takes a sticker away, once: after an unclear answer, and when Telegram does not know it, its series is looked at.</summary>
    private async Task OnceAsync(SeriesSticker sticker, Func<Task> act, CancellationToken cancellationToken)
    {
        try
        {
            await act().ConfigureAwait(false);
        }
        catch (TelegramMarketingException exception) when (exception.Error is TelegramMarketingError.OutcomeUnknown or TelegramMarketingError.ContentRefused)
        {
            var now = await api.FindAsync(sticker.SeriesName, cancellationToken).ConfigureAwait(false);
            if (now?.Stickers.Any(other => other.UniqueId == sticker.UniqueId) == true)
            {
                throw;
            }
        }
    }

    private static void Check(Action<ViolationList> check)
    {
        var violations = new ViolationList();
        check(violations);
        CheckedSeries.ThrowIfAny(violations.ToList());
    }
}
