using System.Text.Json.Nodes;

namespace TelegramMarketing.Testing.Wire;

/// <summary>Stickers and their sets as the Bot API writes them.</summary>
internal static class StickerJson
{
    public static JsonObject Of(TelegramStickerSet set)
    {
        var result = new JsonObject
        {
            ["name"] = set.Name,
            ["title"] = set.Title,
            ["sticker_type"] = set.Type,
            ["stickers"] = new JsonArray([.. set.All.Select(sticker => Of(set, sticker))]),
        };
        if (set.Thumbnail is { } thumbnail)
        {
            var picture = FileJson.Of(thumbnail);
            (picture["width"], picture["height"]) = (100, 100);
            result["thumbnail"] = picture;
        }

        return result;
    }

    public static JsonObject Of(TelegramStickerSet set, TelegramSticker sticker)
    {
        var result = Of(set.Type, sticker.Content, sticker.FileId);
        result["emoji"] = sticker.Emoji[0].Replace("\uFE0F", "", StringComparison.Ordinal);
        result["set_name"] = set.Name;
        if (sticker.MaskPosition is not null)
        {
            result["mask_position"] = sticker.MaskPosition.DeepClone();
        }

        if (sticker.CustomEmojiId is not null)
        {
            result["custom_emoji_id"] = sticker.CustomEmojiId;
        }

        if (set.NeedsRepainting)
        {
            result["needs_repainting"] = true;
        }

        return result;
    }

    /// <summary>The sticker of a message.</summary>
    public static JsonObject Of(TelegramMedia media)
    {
        var result = Of("regular", media.Sticker!, media.FileId);
        if (media.StickerEmoji is not null)
        {
            result["emoji"] = media.StickerEmoji;
        }

        return result;
    }

    private static JsonObject Of(string type, StickerContent content, string fileId) => new()
    {
        ["width"] = content.Width,
        ["height"] = content.Height,
        ["is_animated"] = content.Format == "animated",
        ["is_video"] = content.Format == "video",
        ["type"] = type,
        ["file_id"] = fileId,
        ["file_unique_id"] = FileId.Parse(fileId).UniqueId,
        ["file_size"] = content.StoredSize,
    };
}
