using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using TelegramMarketing.Delivery;
using TelegramMarketing.Hosting;
using TelegramMarketing.Stickers;

namespace TelegramMarketing.BotApi;

/// <summary>The calls about series of stickers. Those whose repetition could do something twice are not repeated after an unclear answer.</summary>
internal sealed class StickerApi(BotContext context, IBotGateway gateway, BotSender sender)
{
    private string? _botName;

    /// <summary>The bot's username.</summary>
    public async Task<string?> GetBotNameAsync(CancellationToken cancellationToken) =>
        _botName ??= (await sender.CallAsync(new GetMeRequest(), repeatable: true, cancellationToken).ConfigureAwait(false))?.Username;

    /// <summary>A series as it stands; <see langword="null"/> when there is none.</summary>
    public async Task<StickerSeries?> FindAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            var set = await sender.CallAsync(new GetStickerSetRequest { Name = name }, repeatable: true, cancellationToken).ConfigureAwait(false);
            return set is null ? null : StickerConversion.Read(set);
        }
        catch (TelegramMarketingException exception) when (exception.Error == TelegramMarketingError.StickerSeriesNotFound)
        {
            return null;
        }
    }

    /// <summary>Hands Telegram a file, which belongs to no series yet: repeating it is harmless. What Telegram has or fetches by itself is not uploaded.</summary>
    public async Task<UploadedSticker> UploadAsync(long ownerId, Sticker sticker, StickerFormat? found, CancellationToken cancellationToken)
    {
        var format = found ?? sticker.Format ?? StickerFormat.Static;
        if (sticker.Source.Origin is MediaOrigin.Url or MediaOrigin.FileId)
        {
            return new UploadedSticker(sticker, format, sticker.Source.Origin == MediaOrigin.FileId ? sticker.Source.Value : null);
        }

        var file = await sender.CallAsync("uploadStickerFile", () => UploadAsync(ownerId, sticker.Source, format), repeatable: true, cancellationToken).ConfigureAwait(false);
        return new UploadedSticker(sticker, format, file!.FileId);
    }

    public Task CreateAsync(StickerSeriesDefinition series, IReadOnlyList<UploadedSticker> stickers, CancellationToken cancellationToken) => sender.CallAsync(
        new CreateNewStickerSetRequest
        {
            UserId = series.OwnerId,
            Name = series.Name,
            Title = series.Title,
            Stickers = stickers.Select(sticker => StickerConversion.Write(sticker, series.Type)),
            StickerType = StickerConversion.Write(series.Type),
            NeedsRepainting = series.NeedsRepainting,
        },
        repeatable: false,
        cancellationToken);

    /// <summary>Telegram takes no notice of a file that the series has already, so that this may be repeated.</summary>
    public Task AddAsync(string name, long ownerId, UploadedSticker sticker, CancellationToken cancellationToken) =>
        sender.CallAsync(new AddStickerToSetRequest { UserId = ownerId, Name = name, Sticker = StickerConversion.Write(sticker, null) }, repeatable: sticker.FileId is not null, cancellationToken);

    public Task ReplaceAsync(long ownerId, SeriesSticker existing, UploadedSticker sticker, CancellationToken cancellationToken) => sender.CallAsync(
        new ReplaceStickerInSetRequest { UserId = ownerId, Name = existing.SeriesName, OldSticker = existing.FileId, Sticker = StickerConversion.Write(sticker, null) },
        repeatable: false,
        cancellationToken);

    public Task RemoveAsync(SeriesSticker sticker, CancellationToken cancellationToken) =>
        sender.CallAsync(new DeleteStickerFromSetRequest { Sticker = sticker.FileId }, repeatable: false, cancellationToken);

    public Task MoveAsync(SeriesSticker sticker, int position, CancellationToken cancellationToken) =>
        sender.CallAsync(new SetStickerPositionInSetRequest { Sticker = sticker.FileId, Position = position }, repeatable: true, cancellationToken);

    public Task SetEmojiAsync(SeriesSticker sticker, IReadOnlyList<string> emoji, CancellationToken cancellationToken) =>
        sender.CallAsync(new SetStickerEmojiListRequest { Sticker = sticker.FileId, EmojiList = emoji }, repeatable: true, cancellationToken);

    public Task SetKeywordsAsync(SeriesSticker sticker, IReadOnlyList<string> keywords, CancellationToken cancellationToken) =>
        sender.CallAsync(new SetStickerKeywordsRequest { Sticker = sticker.FileId, Keywords = keywords }, repeatable: true, cancellationToken);

    public Task SetMaskPositionAsync(SeriesSticker sticker, MaskPosition? position, CancellationToken cancellationToken) =>
        sender.CallAsync(new SetStickerMaskPositionRequest { Sticker = sticker.FileId, MaskPosition = StickerConversion.Write(position) }, repeatable: true, cancellationToken);

    public Task SetTitleAsync(string name, string title, CancellationToken cancellationToken) =>
        sender.CallAsync(new SetStickerSetTitleRequest { Name = name, Title = title }, repeatable: true, cancellationToken);

    public Task SetThumbnailAsync(string name, long ownerId, MediaSource? thumbnail, StickerFormat format, CancellationToken cancellationToken) =>
        sender.CallAsync("setStickerSetThumbnail", () => SetThumbnailAsync(name, ownerId, thumbnail, format), repeatable: true, cancellationToken);

    public Task DeleteAsync(string name, CancellationToken cancellationToken) =>
        sender.CallAsync(new DeleteStickerSetRequest { Name = name }, repeatable: true, cancellationToken);

    // The file is opened anew for every try.
    private async Task<BotAnswer<TGFile>> UploadAsync(long ownerId, MediaSource source, StickerFormat format)
    {
        var stream = source.OpenRead();
        await using (stream.ConfigureAwait(false))
        {
            var request = new UploadStickerFileRequest { UserId = ownerId, Sticker = new InputFileStream(stream, source.FileName), StickerFormat = StickerConversion.Write(format) };
            return await gateway.CallAsync(request, context.SendTimeoutFor(stream.Length), CancellationToken.None).ConfigureAwait(false);
        }
    }

    private async Task<BotAnswer<bool>> SetThumbnailAsync(string name, long ownerId, MediaSource? source, StickerFormat format)
    {
        var request = new SetStickerSetThumbnailRequest { Name = name, UserId = ownerId, Format = StickerConversion.Write(format) };
        if (source is null || source.Origin is MediaOrigin.Url or MediaOrigin.FileId)
        {
            request.Thumbnail = source is null ? null : source.Origin == MediaOrigin.Url ? new InputFileUrl(source.Value) : new InputFileId(source.Value);
            return await gateway.CallAsync(request, context.Options.SendTimeout, CancellationToken.None).ConfigureAwait(false);
        }

        var stream = source.OpenRead();
        await using (stream.ConfigureAwait(false))
        {
            request.Thumbnail = new InputFileStream(stream, source.FileName);
            return await gateway.CallAsync(request, context.SendTimeoutFor(stream.Length), CancellationToken.None).ConfigureAwait(false);
        }
    }
}
