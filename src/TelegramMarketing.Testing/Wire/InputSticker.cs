using System.Text.Json.Nodes;

namespace TelegramMarketing.Testing.Wire;

/// <summary>Reads the stickers of a request.</summary>
internal static class InputSticker
{
    /// <summary>An InputSticker for a set of this type.</summary>
    public static TelegramSticker Read(BotApiCall call, JsonObject? input, string setType)
    {
        var format = input?["format"]?.ToString() ?? "";
        if (format is not ("static" or "animated" or "video"))
        {
            throw BotApiException.Bad("can't parse InputSticker: invalid sticker format specified");
        }

        var emoji = EmojiOf(input!["emoji_list"] as JsonArray, "can't parse InputSticker: ");
        var (content, media) = File(call, input["sticker"]?.ToString() ?? "", "", format, setType == "custom_emoji");
        return new TelegramSticker(content, media.FileId)
        {
            Emoji = emoji,
            Keywords = KeywordsOf(input["keywords"] as JsonArray),
            MaskPosition = setType == "mask" ? input["mask_position"]?.DeepClone() as JsonObject : null,
            CustomEmojiId = setType == "custom_emoji" ? $"5{call.World.TakeId():000000000000000000}" : null,
        };
    }

    /// <summary>The file of a sticker, whose content the fake remembers by its id from now on.</summary>
    public static (StickerContent Content, TelegramMedia Media) File(BotApiCall call, string value, string parameter, string format, bool? isCustomEmoji)
    {
        var media = InputFile.Read(call, "sticker", parameter, value);
        if (media.Origin == "url")
        {
            return format == "static"
                ? (Keep(call, media, new StickerContent("static", isCustomEmoji == true ? 100 : 512, isCustomEmoji == true ? 100 : 512, 20_000)), media)
                : throw BotApiException.Bad($"{format} stickers can't be uploaded by URL");
        }

        if (media.Origin == "file_id")
        {
            var known = call.World.StickerFiles.GetValueOrDefault(media.FileId) ?? throw BotApiException.Bad("wrong file type");
            if (isCustomEmoji is { } emoji)
            {
                known.ThrowIfUnfit(emoji);
            }

            return known.Format == format ? (known, media) : throw BotApiException.Bad("wrong file type");
        }

        return (Keep(call, media, StickerContent.Read(Bytes(call, value, parameter), format, isCustomEmoji)), media);
    }

    /// <summary>A sticker of a message, of any form.</summary>
    public static TelegramMedia OfMessage(BotApiCall call)
    {
        var media = InputFile.Read(call, "sticker", "sticker", call.Text("sticker"));
        if (media.Origin == "upload")
        {
            Keep(call, media, StickerContent.OfAny(Bytes(call, call.Text("sticker"), "sticker")));
        }

        return media with
        {
            Sticker = call.World.StickerFiles.GetValueOrDefault(media.FileId) ?? new StickerContent("static", 512, 512, media.Size),
            StickerEmoji = call.World.EmojiOf(media.FileId) ?? (call.Has("emoji") ? call.Text("emoji") : null),
        };
    }

    public static IReadOnlyList<string> EmojiOf(JsonArray? list, string prefix = "")
    {
        var emoji = list?.Select(item => item?.ToString() ?? "").ToList() ?? [];
        return emoji.Count switch
        {
            0 => throw BotApiException.Bad($"{prefix}emoji list must be non-empty"),
            > 20 => throw BotApiException.Bad($"{prefix}too many emoji specified"),
            _ when !emoji.All(LooksLikeEmoji) => throw BotApiException.Bad($"{prefix}expected a Unicode emoji"),
            _ => emoji,
        };
    }

    public static IReadOnlyList<string> KeywordsOf(JsonArray? list) => list?.Select(item => item?.ToString() ?? "").ToList() ?? [];

    private static StickerContent Keep(BotApiCall call, TelegramMedia media, StickerContent content) => call.World.StickerFiles[media.FileId] = content;

    private static ReadOnlySpan<byte> Bytes(BotApiCall call, string value, string parameter) =>
        (call.Body.Files.GetValueOrDefault(parameter) ?? call.Body.Files[value["attach://".Length..]]).Content.Span;

    // Enough to tell an emoji from letters and words; the library's own check is stricter.
    private static bool LooksLikeEmoji(string text) =>
        text.EnumerateRunes().Any(rune => rune.Value is >= 0x203C or 0xA9 or 0xAE) && !text.EnumerateRunes().Any(rune => System.Text.Rune.IsLetter(rune) || System.Text.Rune.IsWhiteSpace(rune));
}
