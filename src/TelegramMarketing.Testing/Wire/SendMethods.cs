using System.Text.Json.Nodes;

namespace TelegramMarketing.Testing.Wire;

/// <summary>The methods that send new messages. Called under the world's lock.</summary>
internal static class SendMethods
{
    private static readonly string[] _albumTypes = ["photo", "video", "audio", "document"];

    public static PreparedSend Message(BotApiCall call)
    {
        var chat = ChatAccess.ToSend(call);
        var text = InputText.Text(call);
        var keyboard = InputKeyboard.Read(call, chat);
        var replyTo = MessageFactory.ReplyTo(call, chat);
        var preview = call.Object("link_preview_options");
        return new PreparedSend(chat, 1, () =>
        {
            var message = MessageFactory.Create(call, chat, replyTo);
            MessageFactory.SetText(message, text);
            MessageFactory.SetKeyboard(message, keyboard);
            SetPreview(message, preview);
            MessageFactory.Add(message);
            return MessageJson.Of(message);
        });
    }

    public static PreparedSend Media(BotApiCall call, string kind)
    {
        var chat = ChatAccess.ToSend(call);
        var media = kind == "sticker" ? InputSticker.OfMessage(call) : InputFile.Read(call, kind, kind, call.Text(kind));
        var caption = InputText.Caption(call.Text("caption"), call.Text("parse_mode"), call.Array("caption_entities"));
        var keyboard = InputKeyboard.Read(call, chat);
        var replyTo = MessageFactory.ReplyTo(call, chat);
        return new PreparedSend(chat, 1, () =>
        {
            var message = MessageFactory.Create(call, chat, replyTo);
            message.Media = media;
            MessageFactory.SetCaption(message, caption);
            MessageFactory.SetKeyboard(message, keyboard);
            message.IsCaptionAboveMedia = call.Flag("show_caption_above_media");
            message.HasSpoiler = call.Flag("has_spoiler");
            MessageFactory.Add(message);
            return MessageJson.Of(message);
        });
    }

    public static PreparedSend MediaGroup(BotApiCall call)
    {
        var chat = ChatAccess.ToSend(call);
        var items = call.Array("media")?.OfType<JsonObject>().ToList() ?? [];
        if (items.Count == 0)
        {
            throw BotApiException.Bad("there are no messages to send");
        }

        if (items.Count > 10)
        {
            throw BotApiException.Bad("too many messages to send as an album");
        }

        var types = items.Select(item => item["type"]?.ToString() ?? "").ToList();
        ThrowIfUnfit(types);
        if (items.Select(item => item["show_caption_above_media"]?.GetValue<bool>() ?? false).Distinct().Count() > 1)
        {
            throw BotApiException.Bad("parameter show_caption_above_media must be the same for all messages");
        }

        var prepared = items.Select(item => (Item: item, Media: ReadItem(call, item), Caption: CaptionOf(item))).ToList();
        var replyTo = MessageFactory.ReplyTo(call, chat);
        return new PreparedSend(chat, items.Count, () =>
        {
            var albumId = items.Count > 1 ? $"139{call.World.TakeId():00000000000000}" : null;
            var sent = new JsonArray();
            TelegramPost? head = null;
            foreach (var (item, media, caption) in prepared.Take(call.IsHalved ? items.Count / 2 : items.Count))
            {
                var message = MessageFactory.Create(call, chat, replyTo);
                message.Media = media;
                message.AlbumId = albumId;
                MessageFactory.SetCaption(message, caption);
                message.IsCaptionAboveMedia = item["show_caption_above_media"]?.GetValue<bool>() ?? false;
                message.HasSpoiler = item["has_spoiler"]?.GetValue<bool>() ?? false;
                if (message is TelegramPost post)
                {
                    post.AlbumHead = head;
                    head ??= post;
                }

                MessageFactory.Add(message);
                sent.Add(MessageJson.Of(message));
            }

            return call.IsHalved ? throw BotApiException.Bad("group send failed") : sent;
        });
    }

    public static void SetPreview(TelegramMessage message, JsonObject? preview)
    {
        message.LinkPreviewOptions = preview?.Count > 0 ? preview : null;
        message.IsLinkPreviewDisabled = preview?["is_disabled"]?.GetValue<bool>() == true;
    }

    private static void ThrowIfUnfit(List<string> types)
    {
        foreach (var type in types)
        {
            if (type == "animation")
            {
                throw BotApiException.Bad("can't parse InputMedia: type \"animation\" can't be used in sendMediaGroup");
            }

            if (!_albumTypes.Contains(type, StringComparer.Ordinal))
            {
                throw BotApiException.Bad($"can't parse InputMedia: type \"{type}\" is unsupported");
            }
        }

        foreach (var homogeneous in (string[])["audio", "document"])
        {
            if (types.Contains(homogeneous, StringComparer.Ordinal) && types.Any(type => type != homogeneous))
            {
                throw BotApiException.Bad($"{homogeneous} can't be mixed with other media types");
            }
        }
    }

    private static TelegramMedia ReadItem(BotApiCall call, JsonObject item)
    {
        var type = item["type"]!.ToString();
        return InputFile.Read(call, type, "", item["media"]?.ToString() ?? "");
    }

    private static FormattedText CaptionOf(JsonObject item) =>
        InputText.Caption(item["caption"]?.ToString() ?? "", item["parse_mode"]?.ToString() ?? "", item["caption_entities"] as JsonArray);
}
