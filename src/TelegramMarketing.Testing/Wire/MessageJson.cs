using System.Text.Json.Nodes;

namespace TelegramMarketing.Testing.Wire;

/// <summary>Messages as the Bot API writes them, in its order of fields.</summary>
internal static class MessageJson
{
    public static JsonObject Of(TelegramMessage message)
    {
        var result = new JsonObject { ["message_id"] = message.MessageId };
        AddSender(result, message);
        result["chat"] = ChatJson.Of(message.Chat);
        result["date"] = message.Date.ToUnixTimeSeconds();
        if (message.EditDate is { } editDate)
        {
            result["edit_date"] = editDate.ToUnixTimeSeconds();
        }

        AddOrigin(result, message);
        if (message.ReplyTo is { } replyTo && message.Chat.Find(replyTo) is { } answered)
        {
            var reply = Of(answered);
            reply.Remove("reply_to_message");
            result["reply_to_message"] = reply;
        }

        if (message.AlbumId is not null)
        {
            result["media_group_id"] = message.AlbumId;
        }

        AddContent(result, message);
        if (message.ReplyMarkup is not null)
        {
            result["reply_markup"] = message.ReplyMarkup.DeepClone();
        }

        if (message.IsProtected)
        {
            result["has_protected_content"] = true;
        }

        return result;
    }

    public static JsonArray Entities(IEnumerable<TelegramEntity> entities) => new([.. entities.Select(entity =>
    {
        var result = new JsonObject { ["offset"] = entity.Offset, ["length"] = entity.Length, ["type"] = entity.Type };
        if (entity.Detail is not null)
        {
            result[entity.Type switch { "text_link" => "url", "pre" => "language", _ => "custom_emoji_id" }] = entity.Detail;
        }

        return result;
    })]);

    private static void AddSender(JsonObject result, TelegramMessage message)
    {
        if (message is TelegramPost post)
        {
            if (post.Signature is not null)
            {
                result["author_signature"] = post.Signature;
            }

            result["sender_chat"] = ChatJson.Of(post.Channel);
        }
        else
        {
            result["from"] = message.Bot is { } bot ? UserJson.Of(bot) : UserJson.Of(message.Sender!);
        }
    }

    private static void AddOrigin(JsonObject result, TelegramMessage message)
    {
        if (message.ForwardedFrom is not { } original)
        {
            return;
        }

        var date = original.Date.ToUnixTimeSeconds();
        if (original is TelegramPost post)
        {
            var origin = new JsonObject { ["type"] = "channel", ["chat"] = ChatJson.Of(post.Channel), ["message_id"] = post.MessageId };
            if (post.Signature is not null)
            {
                origin["author_signature"] = post.Signature;
            }

            origin["date"] = date;
            result["forward_origin"] = origin;
            result["forward_from_chat"] = ChatJson.Of(post.Channel);
            result["forward_from_message_id"] = post.MessageId;
            if (post.Signature is not null)
            {
                result["forward_signature"] = post.Signature;
            }
        }
        else
        {
            JsonObject Sender() => original.Bot is { } bot ? UserJson.Of(bot) : UserJson.Of(original.Sender!);
            result["forward_origin"] = new JsonObject { ["type"] = "user", ["sender_user"] = Sender(), ["date"] = date };
            result["forward_from"] = Sender();
        }

        result["forward_date"] = date;
    }

    private static void AddContent(JsonObject result, TelegramMessage message)
    {
        if (message.Pinned is { } pinned)
        {
            result["pinned_message"] = Of(pinned);
            return;
        }

        if (message.Media is not { } media)
        {
            result["text"] = message.Text;
            AddEntities(result, "entities", message);
            if (message.LinkPreviewOptions is not null)
            {
                result["link_preview_options"] = message.LinkPreviewOptions.DeepClone();
            }

            return;
        }

        if (media.Kind == "animation")
        {
            // An animation is also told as a document, for applications from before there were animations.
            result["animation"] = FileJson.Of(media);
            result["document"] = FileJson.Of(media with { Kind = "document" });
        }
        else
        {
            result[media.Kind] = media.Kind switch { "photo" => FileJson.PhotoOf(media), "sticker" => StickerJson.Of(media), _ => FileJson.Of(media) };
        }

        if (message.Caption is not null)
        {
            result["caption"] = message.Caption;
            AddEntities(result, "caption_entities", message);
        }

        if (message.IsCaptionAboveMedia)
        {
            result["show_caption_above_media"] = true;
        }

        if (message.HasSpoiler)
        {
            result["has_media_spoiler"] = true;
        }
    }

    private static void AddEntities(JsonObject result, string name, TelegramMessage message)
    {
        if (message.Entities.Count > 0)
        {
            result[name] = Entities(message.Entities);
        }
    }
}
