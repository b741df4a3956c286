using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace TelegramMarketing.Testing.Wire;

/// <summary>The methods of sticker sets. Called under the world's lock.</summary>
internal static partial class StickerMethods
{
    public static JsonNode Upload(BotApiCall call)
    {
        Owner(call);
        var (_, media) = InputSticker.File(call, call.Text("sticker"), "sticker", call.Text("sticker_format"), isCustomEmoji: null);
        return FileJson.Of(media with { FileName = null });
    }

    public static JsonNode Create(BotApiCall call)
    {
        var owner = Owner(call);
        var title = TitleOf(call);
        var type = call.Has("sticker_type") ? call.Text("sticker_type") : "regular";
        if (type is not ("regular" or "mask" or "custom_emoji"))
        {
            throw BotApiException.Bad("unsupported sticker type specified");
        }

        if (call.Flag("needs_repainting") && type != "custom_emoji")
        {
            throw BotApiException.Bad("only custom emoji stickers support repainting");
        }

        var inputs = call.Array("stickers")?.OfType<JsonObject>().ToList() ?? [];
        if (inputs.Count is 0 or > 50)
        {
            throw BotApiException.Bad(inputs.Count == 0 ? "at least 1 sticker must be specified" : "too many stickers specified");
        }

        var stickers = inputs.Select(input => InputSticker.Read(call, input, type)).ToList();
        var name = call.Text("name");
        if (!Name().IsMatch(name) || name.Contains("__", StringComparison.Ordinal) || name.Length > 64 || !name.EndsWith($"_by_{call.Bot.Username}", StringComparison.OrdinalIgnoreCase))
        {
            throw BotApiException.Bad("PACK_SHORT_NAME_INVALID");
        }

        if (call.World.StickerSets.ContainsKey(name))
        {
            throw BotApiException.Bad("PACK_SHORT_NAME_OCCUPIED");
        }

        var set = new TelegramStickerSet(call.World, call.Bot, name, type) { Title = title, Owner = owner, NeedsRepainting = call.Flag("needs_repainting") };
        set.All.AddRange(stickers);
        call.World.StickerSets.Add(name, set);
        return true;
    }

    public static JsonNode Get(BotApiCall call) =>
        StickerJson.Of(call.World.StickerSets.GetValueOrDefault(call.Text("name")) ?? throw BotApiException.Bad("STICKERSET_INVALID"));

    public static JsonNode Add(BotApiCall call)
    {
        var owner = Owner(call);
        var set = Own(call);
        var sticker = InputSticker.Read(call, call.Object("sticker"), set.Type);
        if (set.Owner != owner)
        {
            throw BotApiException.Bad("STICKERSET_INVALID");
        }

        if (set.All.Any(known => known.UniqueId == sticker.UniqueId))
        {
            return true;
        }

        if (set.All.Count >= set.Capacity)
        {
            throw BotApiException.Bad("STICKERS_TOO_MUCH");
        }

        set.All.Add(sticker);
        return true;
    }

    public static JsonNode Replace(BotApiCall call)
    {
        Owner(call);
        var set = Own(call);
        var index = set.All.FindIndex(known => known.UniqueId == UniqueIdOf(call, "old_sticker"));
        if (index < 0)
        {
            throw BotApiException.Bad("STICKER_INVALID");
        }

        set.All[index] = InputSticker.Read(call, call.Object("sticker"), set.Type);
        return true;
    }

    public static JsonNode Move(BotApiCall call)
    {
        var (set, sticker) = Find(call);
        var position = call.Number("position");
        if (position < 0 || !call.Has("position"))
        {
            throw BotApiException.Bad("wrong sticker position specified");
        }

        set.All.Remove(sticker);
        set.All.Insert((int)Math.Min(position, set.All.Count), sticker);
        return true;
    }

    public static JsonNode Remove(BotApiCall call)
    {
        var (set, sticker) = Find(call);
        set.All.Remove(sticker);
        return true;
    }

    public static JsonNode SetEmoji(BotApiCall call)
    {
        Find(call).Sticker.Emoji = InputSticker.EmojiOf(call.Array("emoji_list"));
        return true;
    }

    public static JsonNode SetKeywords(BotApiCall call)
    {
        Find(call).Sticker.Keywords = InputSticker.KeywordsOf(call.Array("keywords"));
        return true;
    }

    public static JsonNode SetMaskPosition(BotApiCall call)
    {
        Find(call).Sticker.MaskPosition = call.Object("mask_position")?.DeepClone() as JsonObject;
        return true;
    }

    public static JsonNode SetTitle(BotApiCall call)
    {
        var title = TitleOf(call);
        Own(call).Title = title;
        return true;
    }

    public static JsonNode SetThumbnail(BotApiCall call)
    {
        Owner(call);
        var set = Own(call);
        if (!call.Has("thumbnail"))
        {
            set.Thumbnail = null;
            return true;
        }

        var media = InputFile.Read(call, "sticker", "thumbnail", call.Text("thumbnail"));
        if (media.Size > (call.Text("format") == "static" ? 128 : 32) << 10)
        {
            throw BotApiException.Bad("file is too big");
        }

        set.Thumbnail = media;
        return true;
    }

    public static JsonNode Delete(BotApiCall call)
    {
        call.World.StickerSets.Remove(Own(call).Name);
        return true;
    }

    private static TelegramPerson Owner(BotApiCall call)
    {
        var id = call.Number("user_id");
        return call.World.Bots.Any(bot => bot.Id == id) ? throw BotApiException.Bad("USER_IS_BOT")
            : call.World.FindPerson(id) is { } person && call.World.FindPrivateChat(call.Bot, person) is not null ? person
            : throw BotApiException.Bad("PEER_ID_INVALID");
    }

    private static TelegramStickerSet Own(BotApiCall call) =>
        call.World.StickerSets.GetValueOrDefault(call.Text("name")) is { } set && set.Bot == call.Bot ? set : throw BotApiException.Bad("STICKERSET_INVALID");

    private static (TelegramStickerSet Set, TelegramSticker Sticker) Find(BotApiCall call)
    {
        var id = UniqueIdOf(call, "sticker");
        foreach (var set in call.World.StickerSets.Values.Where(set => set.Bot == call.Bot))
        {
            if (set.All.Find(sticker => sticker.UniqueId == id) is { } found)
            {
                return (set, found);
            }
        }

        throw BotApiException.Bad("wrong sticker file specified");
    }

    private static string UniqueIdOf(BotApiCall call, string parameter) =>
        FileId.TryParse(call.Text(parameter), out var id) ? id.UniqueId : throw BotApiException.Bad("wrong sticker file specified");

    private static string TitleOf(BotApiCall call)
    {
        // What is too long is cut, and nobody is told.
        var title = string.Concat(call.Text("title").Trim().EnumerateRunes().Take(64));
        return title.Length > 0 ? title : throw BotApiException.Bad("sticker set title must be non-empty");
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_]*\\z", RegexOptions.NonBacktracking)]
    private static partial Regex Name();
}
