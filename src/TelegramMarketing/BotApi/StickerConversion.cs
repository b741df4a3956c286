using Telegram.Bot.Types;
using TelegramMarketing.Stickers;
using Wire = Telegram.Bot.Types;

namespace TelegramMarketing.BotApi;

/// <summary>Stickers between this library's values and Telegram.Bot's.</summary>
internal static class StickerConversion
{
    public static StickerSeries Read(StickerSet set)
    {
        var type = set.StickerType switch
        {
            Wire.Enums.StickerType.Mask => StickerSeriesType.Mask,
            Wire.Enums.StickerType.CustomEmoji => StickerSeriesType.CustomEmoji,
            _ => StickerSeriesType.Regular,
        };
        return new StickerSeries
        {
            Name = set.Name,
            Title = set.Title,
            Type = type,
            Link = StickerNames.LinkOf(set.Name, type),
            Stickers = [.. set.Stickers.Select(sticker => Read(sticker, set.Name))],
            HasThumbnail = set.Thumbnail is not null,
            ThumbnailLength = set.Thumbnail?.FileSize,
        };
    }

    public static InputSticker Write(UploadedSticker upload, StickerSeriesType? type)
    {
        var sticker = upload.Sticker;
        return new InputSticker
        {
            Sticker = upload.FileId is { } id ? new InputFileId(id) : new InputFileUrl(sticker.Source.Value),
            Format = Write(upload.Format),
            EmojiList = sticker.Emoji,
            Keywords = sticker.Keywords.Count > 0 && type != StickerSeriesType.Mask ? sticker.Keywords : null,
            MaskPosition = Write(sticker.MaskPosition),
        };
    }

    public static Wire.Enums.StickerFormat Write(StickerFormat format) => format switch
    {
        StickerFormat.Animated => Wire.Enums.StickerFormat.Animated,
        StickerFormat.Video => Wire.Enums.StickerFormat.Video,
        _ => Wire.Enums.StickerFormat.Static,
    };

    public static Wire.Enums.StickerType Write(StickerSeriesType type) => type switch
    {
        StickerSeriesType.Mask => Wire.Enums.StickerType.Mask,
        StickerSeriesType.CustomEmoji => Wire.Enums.StickerType.CustomEmoji,
        _ => Wire.Enums.StickerType.Regular,
    };

    public static Wire.MaskPosition? Write(MaskPosition? position) => position is null ? null : new Wire.MaskPosition
    {
        Point = position.Point switch
        {
            MaskPoint.Eyes => Wire.Enums.MaskPositionPoint.Eyes,
            MaskPoint.Mouth => Wire.Enums.MaskPositionPoint.Mouth,
            MaskPoint.Chin => Wire.Enums.MaskPositionPoint.Chin,
            _ => Wire.Enums.MaskPositionPoint.Forehead,
        },
        XShift = position.XShift,
        YShift = position.YShift,
        Scale = position.Scale,
    };

    private static SeriesSticker Read(Wire.Sticker sticker, string seriesName) => new()
    {
        FileId = sticker.FileId,
        UniqueId = sticker.FileUniqueId,
        SeriesName = seriesName,
        Format = sticker.IsVideo ? StickerFormat.Video : sticker.IsAnimated ? StickerFormat.Animated : StickerFormat.Static,
        Width = sticker.Width,
        Height = sticker.Height,
        Emoji = sticker.Emoji,
        Length = sticker.FileSize,
        CustomEmojiId = sticker.CustomEmojiId,
        MaskPosition = sticker.MaskPosition is { } position ? new MaskPosition(Read(position.Point), position.XShift, position.YShift, position.Scale) : null,
    };

    private static MaskPoint Read(Wire.Enums.MaskPositionPoint point) => point switch
    {
        Wire.Enums.MaskPositionPoint.Eyes => MaskPoint.Eyes,
        Wire.Enums.MaskPositionPoint.Mouth => MaskPoint.Mouth,
        Wire.Enums.MaskPositionPoint.Chin => MaskPoint.Chin,
        _ => MaskPoint.Forehead,
    };
}
