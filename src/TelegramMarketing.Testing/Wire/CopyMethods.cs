using System.Text.Json.Nodes;
using TelegramMarketing.Testing.World;

namespace TelegramMarketing.Testing.Wire;

/// <summary>The methods that copy and forward messages. Called under the world's lock.</summary>
internal static class CopyMethods
{
    public static PreparedSend One(BotApiCall call, bool asForward)
    {
        var chat = ChatAccess.ToSend(call);
        var what = $"message to {(asForward ? "forward" : "copy")}";
        var source = ChatAccess.ToRead(call, "from_chat_id").Find(ChatAccess.MessageId(call, what)) ?? throw BotApiException.Bad($"{what} not found");
        ThrowIfTied(source, asForward);
        var caption = call.Has("caption") ? InputText.Caption(call.Text("caption"), call.Text("parse_mode"), call.Array("caption_entities")) : null;
        var keyboard = asForward ? InputKeyboard.None : InputKeyboard.Read(call, chat);
        var replyTo = MessageFactory.ReplyTo(call, chat);
        return new PreparedSend(chat, 1, () =>
        {
            var message = MessageFactory.Create(call, chat, replyTo);
            CopyContent(source, message);
            if (asForward)
            {
                message.ForwardedFrom = source.ForwardedFrom ?? source;
            }

            if (caption is not null && message.Media is not null)
            {
                MessageFactory.SetCaption(message, caption);
                message.IsCaptionAboveMedia = call.Flag("show_caption_above_media");
            }

            MessageFactory.SetKeyboard(message, keyboard);
            MessageFactory.Add(message);
            return asForward ? MessageJson.Of(message) : new JsonObject { ["message_id"] = message.MessageId };
        });
    }

    public static PreparedSend Many(BotApiCall call, bool asForward)
    {
        var chat = ChatAccess.ToSend(call);
        var source = ChatAccess.ToRead(call, "from_chat_id");
        var ids = call.Numbers("message_ids");
        if (ids.Count == 0)
        {
            throw BotApiException.Bad("message identifiers are not specified");
        }

        if (ids.Count > 100)
        {
            throw BotApiException.Bad("too many message identifiers specified");
        }

        if (ids.Zip(ids.Skip(1)).Any(pair => pair.First >= pair.Second))
        {
            throw BotApiException.Bad("message identifiers must be in a strictly increasing order");
        }

        var found = ids.Select(source.Find).OfType<TelegramMessage>().Where(message => message is { IsService: false, IsProtected: false }).ToList();
        if (found.Count == 0)
        {
            throw BotApiException.Bad($"messages can't be {(asForward ? "forwarded" : "copied")}");
        }

        return new PreparedSend(chat, found.Count, () =>
        {
            var albums = new Dictionary<string, string>(StringComparer.Ordinal);
            var result = new JsonArray();
            foreach (var original in found)
            {
                var message = MessageFactory.Create(call, chat);
                CopyContent(original, message);
                message.ForwardedFrom = asForward ? original.ForwardedFrom ?? original : null;
                message.AlbumId = original.AlbumId is { } album ? AlbumOf(albums, album, call.World) : null;
                if (call.Flag("remove_caption"))
                {
                    MessageFactory.SetCaption(message, new FormattedText("", []));
                }

                MessageFactory.Add(message);
                result.Add(new JsonObject { ["message_id"] = message.MessageId });
            }

            return result;
        });
    }

    private static string AlbumOf(Dictionary<string, string> albums, string original, TelegramWorld world)
    {
        if (!albums.TryGetValue(original, out var copy))
        {
            albums.Add(original, copy = $"139{world.TakeId():00000000000000}");
        }

        return copy;
    }

    private static void ThrowIfTied(TelegramMessage source, bool asForward)
    {
        if (source.IsService)
        {
            throw BotApiException.Bad($"the message can't be {(asForward ? "forwarded" : "copied")}");
        }

        if (source.IsProtected)
        {
            throw BotApiException.Bad("message has protected content and can't be forwarded");
        }
    }

    private static void CopyContent(TelegramMessage source, TelegramMessage message)
    {
        (message.Text, message.Caption, message.Entities, message.Media) = (source.Text, source.Caption, source.Entities, source.Media);
        message.IsCaptionAboveMedia = source.IsCaptionAboveMedia;
        message.HasSpoiler = source.HasSpoiler;
        message.LinkPreviewOptions = source.LinkPreviewOptions;
        message.IsLinkPreviewDisabled = source.IsLinkPreviewDisabled;
        // A forward keeps the buttons that open addresses; a copy has none but its own.
        (message.ReplyMarkup, message.Buttons) = (source.ReplyMarkup, source.Buttons);
    }
}
