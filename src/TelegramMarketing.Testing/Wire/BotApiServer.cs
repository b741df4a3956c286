using System.Text.Json.Nodes;
using TelegramMarketing.Testing.Time;

namespace TelegramMarketing.Testing.Wire;

/// <summary>Answers calls of the Bot API.</summary>
internal static class BotApiServer
{
    private static readonly TimeSpan _longestHold = TimeSpan.FromSeconds(8);

    public static async Task<BotApiResult> CallAsync(BotApiCall call)
    {
        if (Prepare(call.Method) is { } prepare)
        {
            return new BotApiResult(await SendAsync(call, prepare).ConfigureAwait(false));
        }

        if (call.Method == "getUpdates")
        {
            return new BotApiResult(await UpdateMethods.GetAsync(call).ConfigureAwait(false));
        }

        lock (call.World.Sync)
        {
            return call.Method switch
            {
                "setWebhook" => UpdateMethods.SetWebhook(call),
                "deleteWebhook" => UpdateMethods.DeleteWebhook(call),
                _ => new BotApiResult(Answer(call)),
            };
        }
    }

    private static Func<BotApiCall, PreparedSend>? Prepare(string method) => method switch
    {
        "sendMessage" => SendMethods.Message,
        "sendPhoto" => static call => SendMethods.Media(call, "photo"),
        "sendVideo" => static call => SendMethods.Media(call, "video"),
        "sendAnimation" => static call => SendMethods.Media(call, "animation"),
        "sendDocument" => static call => SendMethods.Media(call, "document"),
        "sendAudio" => static call => SendMethods.Media(call, "audio"),
        "sendSticker" => static call => SendMethods.Media(call, "sticker"),
        "sendMediaGroup" => SendMethods.MediaGroup,
        "copyMessage" => static call => CopyMethods.One(call, asForward: false),
        "copyMessages" => static call => CopyMethods.Many(call, asForward: false),
        "forwardMessage" => static call => CopyMethods.One(call, asForward: true),
        "forwardMessages" => static call => CopyMethods.Many(call, asForward: true),
        _ => null,
    };

    private static JsonNode Answer(BotApiCall call) => call.Method switch
    {
        "getMe" => ChatMethods.Me(call),
        "logOut" or "close" => true,
        "getChat" => ChatMethods.Chat(call),
        "getChatMember" => ChatMethods.Member(call),
        "getChatMemberCount" => ChatMethods.MemberCount(call),
        "getChatAdministrators" => ChatMethods.Administrators(call),
        "leaveChat" => ChatMethods.Leave(call),
        "answerCallbackQuery" => ChatMethods.AnswerCallback(call),
        "editMessageText" => EditMethods.Text(call),
        "editMessageCaption" => EditMethods.Caption(call),
        "editMessageMedia" => EditMethods.Media(call),
        "editMessageReplyMarkup" => EditMethods.ReplyMarkup(call),
        "deleteMessage" => ManageMethods.Delete(call),
        "deleteMessages" => ManageMethods.DeleteMany(call),
        "pinChatMessage" => ManageMethods.Pin(call),
        "unpinChatMessage" => ManageMethods.Unpin(call),
        "createChatInviteLink" => InviteMethods.Create(call),
        "editChatInviteLink" => InviteMethods.Edit(call),
        "revokeChatInviteLink" => InviteMethods.Revoke(call),
        "exportChatInviteLink" => InviteMethods.Export(call),
        "approveChatJoinRequest" => InviteMethods.Decide(call, approve: true),
        "declineChatJoinRequest" => InviteMethods.Decide(call, approve: false),
        "uploadStickerFile" => StickerMethods.Upload(call),
        "createNewStickerSet" => StickerMethods.Create(call),
        "getStickerSet" => StickerMethods.Get(call),
        "addStickerToSet" => StickerMethods.Add(call),
        "replaceStickerInSet" => StickerMethods.Replace(call),
        "setStickerPositionInSet" => StickerMethods.Move(call),
        "deleteStickerFromSet" => StickerMethods.Remove(call),
        "setStickerEmojiList" => StickerMethods.SetEmoji(call),
        "setStickerKeywords" => StickerMethods.SetKeywords(call),
        "setStickerMaskPosition" => StickerMethods.SetMaskPosition(call),
        "setStickerSetTitle" => StickerMethods.SetTitle(call),
        "setStickerSetThumbnail" => StickerMethods.SetThumbnail(call),
        "deleteStickerSet" => StickerMethods.Delete(call),
        "getWebhookInfo" => UpdateMethods.WebhookInfo(call),
        _ => throw new NotSupportedException($"InMemoryTelegram does not know the method '{call.Method}'."),
    };

    private static async Task<JsonNode> SendAsync(BotApiCall call, Func<BotApiCall, PreparedSend> prepare)
    {
        var held = TimeSpan.Zero;
        while (true)
        {
            TimeSpan wait;
            lock (call.World.Sync)
            {
                var send = prepare(call);
                wait = call.World.Floods.TryTake(call.Bot.Id, send.Chat.Id, send.Messages, call.World.Now);
                if (wait == TimeSpan.Zero)
                {
                    return send.Commit();
                }
            }

            held += wait;
            if (!call.World.Options.HoldBackShortFloods || held > _longestHold)
            {
                throw new BotApiException(wait);
            }

            await new VirtualWait(call.Activity).WaitAsync(call.World.Clock, wait).ConfigureAwait(false);
        }
    }
}
