using System.Text.Json.Nodes;
using TelegramMarketing.Testing.World;

namespace TelegramMarketing.Testing.Wire;

/// <summary>The methods that change messages. Called under the world's lock.</summary>
internal static class EditMethods
{
    public static JsonNode Text(BotApiCall call)
    {
        var message = Find(call);
        var text = InputText.Text(call);
        var keyboard = InputKeyboard.Read(call, message.Chat);
        if (message.Media is not null)
        {
            throw BotApiException.Bad("there is no text in the message to edit");
        }

        var preview = call.Object("link_preview_options");
        return Change(call, message, () =>
        {
            MessageFactory.SetText(message, text);
            MessageFactory.SetKeyboard(message, keyboard);
            SendMethods.SetPreview(message, preview);
        });
    }

    public static JsonNode Caption(BotApiCall call)
    {
        var message = Find(call);
        var caption = InputText.Caption(call.Text("caption"), call.Text("parse_mode"), call.Array("caption_entities"));
        var keyboard = InputKeyboard.Read(call, message.Chat);
        if (message.Media is null)
        {
            throw BotApiException.Bad("there is no caption in the message to edit");
        }

        return Change(call, message, () =>
        {
            MessageFactory.SetCaption(message, caption);
            MessageFactory.SetKeyboard(message, keyboard);
            message.IsCaptionAboveMedia = call.Flag("show_caption_above_media");
        });
    }

    public static JsonNode Media(BotApiCall call)
    {
        var message = Find(call);
        var item = call.Object("media") ?? throw BotApiException.Bad("media must be non-empty");
        var kind = item["type"]?.ToString() ?? "";
        var media = InputFile.Read(call, kind, "", item["media"]?.ToString() ?? "");
        var caption = InputText.Caption(item["caption"]?.ToString() ?? "", item["parse_mode"]?.ToString() ?? "", item["caption_entities"] as JsonArray);
        var keyboard = InputKeyboard.Read(call, message.Chat);
        if (message.AlbumId is not null && message.Media!.Kind != kind)
        {
            throw BotApiException.Bad(kind == "animation" ? "message content type can't be used in an album" : "can't change media type in the album");
        }

        return Change(call, message, () =>
        {
            message.Media = media;
            message.Text = null;
            MessageFactory.SetCaption(message, caption);
            MessageFactory.SetKeyboard(message, keyboard);
            message.HasSpoiler = item["has_spoiler"]?.GetValue<bool>() ?? false;
            message.IsCaptionAboveMedia = item["show_caption_above_media"]?.GetValue<bool>() ?? false;
        });
    }

    public static JsonNode ReplyMarkup(BotApiCall call)
    {
        var message = Find(call);
        var keyboard = InputKeyboard.Read(call, message.Chat);
        return Change(call, message, () => MessageFactory.SetKeyboard(message, keyboard));
    }

    private static TelegramMessage Find(BotApiCall call)
    {
        if (call.Has("inline_message_id"))
        {
            throw new NotSupportedException("InMemoryTelegram does not know inline messages.");
        }

        var chat = ChatAccess.ToRead(call);
        var rights = chat is ChannelState state ? ChatAccess.RightsIn(call.Bot, state) : null;
        var message = chat.Find(ChatAccess.MessageId(call, "message to edit")) ?? throw BotApiException.Bad("message to edit not found");
        var isOwn = message.Bot == call.Bot;
        var mayEdit = rights is null ? isOwn : rights.CanEditMessages || (isOwn && rights.CanPostMessages);
        return mayEdit && message is { IsService: false, ForwardedFrom: null } ? message : throw BotApiException.Bad("message can't be edited");
    }

    private static JsonObject Change(BotApiCall call, TelegramMessage message, Action change)
    {
        var before = ContentOf(message);
        var (text, caption, entities, media) = (message.Text, message.Caption, message.Entities, message.Media);
        change();
        if (ContentOf(message) == before)
        {
            throw BotApiException.Bad("MESSAGE_NOT_MODIFIED");
        }

        // Telegram marks a message as edited when its content changes, not when only its buttons do.
        if (text != message.Text || caption != message.Caption || media != message.Media || !entities.SequenceEqual(message.Entities))
        {
            message.EditDate = call.World.Now;
        }

        if (message is TelegramPost post)
        {
            UpdateFeed.Edited(post, by: call.Bot);
        }

        return MessageJson.Of(message);
    }

    private static string ContentOf(TelegramMessage message)
    {
        var content = MessageJson.Of(message);
        content.Remove("edit_date");
        return content.ToJsonString();
    }
}
