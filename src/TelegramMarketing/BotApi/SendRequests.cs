using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace TelegramMarketing.BotApi;

/// <summary>The requests that send a planned message.</summary>
internal static class SendRequests
{
    public static SendMessageRequest Text(ChatTarget chat, PlannedMessage message, int? replyTo) => new()
    {
        ChatId = MessageContent.ChatIdOf(chat),
        Text = message.Text!.Markup,
        ParseMode = ParseMode.Html,
        LinkPreviewOptions = MessageContent.Preview(message.LinkPreview),
        DisableNotification = message.Silent,
        ProtectContent = message.Protected,
        ReplyParameters = MessageContent.Reply(replyTo),
        ReplyMarkup = MessageContent.Keyboard(message.Buttons),
    };

    public static SendMediaGroupRequest Album(ChatTarget chat, PlannedMessage message, int? replyTo, MediaUpload upload) => new()
    {
        ChatId = MessageContent.ChatIdOf(chat),
        Media = [.. message.Media.Select((media, index) => (IAlbumInputMedia)InputMediaOf(media, message, upload, withCaption: index == 0))],
        DisableNotification = message.Silent,
        ProtectContent = message.Protected,
        ReplyParameters = MessageContent.Reply(replyTo),
    };

    /// <summary>One photo, video, animation, document, audio file or sticker.</summary>
    public static RequestBase<Message> Media(ChatTarget chat, PlannedMessage message, int? replyTo, MediaUpload upload)
    {
        var chatId = MessageContent.ChatIdOf(chat);
        var file = upload.Open(message.Media[0]);
        var caption = CaptionOf(message);
        var parseMode = caption is null ? ParseMode.None : ParseMode.Html;
        var keyboard = MessageContent.Keyboard(message.Buttons);
        var reply = MessageContent.Reply(replyTo);
        return message.Media[0].Kind switch
        {
            PostMediaKind.Photo => new SendPhotoRequest
            {
                ChatId = chatId,
                Photo = file,
                Caption = caption,
                ParseMode = parseMode,
                ShowCaptionAboveMedia = message.CaptionAbove,
                HasSpoiler = message.Spoiler,
                DisableNotification = message.Silent,
                ProtectContent = message.Protected,
                ReplyParameters = reply,
                ReplyMarkup = keyboard,
            },
            PostMediaKind.Video => new SendVideoRequest
            {
                ChatId = chatId,
                Video = file,
                Caption = caption,
                ParseMode = parseMode,
                ShowCaptionAboveMedia = message.CaptionAbove,
                HasSpoiler = message.Spoiler,
                SupportsStreaming = true,
                DisableNotification = message.Silent,
                ProtectContent = message.Protected,
                ReplyParameters = reply,
                ReplyMarkup = keyboard,
            },
            PostMediaKind.Animation => new SendAnimationRequest
            {
                ChatId = chatId,
                Animation = file,
                Caption = caption,
                ParseMode = parseMode,
                ShowCaptionAboveMedia = message.CaptionAbove,
                HasSpoiler = message.Spoiler,
                DisableNotification = message.Silent,
                ProtectContent = message.Protected,
                ReplyParameters = reply,
                ReplyMarkup = keyboard,
            },
            PostMediaKind.Document => new SendDocumentRequest
            {
                ChatId = chatId,
                Document = file,
                Caption = caption,
                ParseMode = parseMode,
                DisableNotification = message.Silent,
                ProtectContent = message.Protected,
                ReplyParameters = reply,
                ReplyMarkup = keyboard,
            },
            PostMediaKind.Audio => new SendAudioRequest
            {
                ChatId = chatId,
                Audio = file,
                Caption = caption,
                ParseMode = parseMode,
                DisableNotification = message.Silent,
                ProtectContent = message.Protected,
                ReplyParameters = reply,
                ReplyMarkup = keyboard,
            },
            PostMediaKind.Sticker => new SendStickerRequest
            {
                ChatId = chatId,
                Sticker = file,
                DisableNotification = message.Silent,
                ProtectContent = message.Protected,
                ReplyParameters = reply,
                ReplyMarkup = keyboard,
            },
            _ => throw new ArgumentOutOfRangeException(nameof(message), message.Media[0].Kind, "Unknown kind of media."),
        };
    }

    /// <summary>The same media as an item of an album, or as the new content of a message.</summary>
    public static InputMedia InputMediaOf(PostMedia media, PlannedMessage message, MediaUpload upload, bool withCaption)
    {
        if (media.Kind == PostMediaKind.Sticker)
        {
            throw new TelegramMarketingException(TelegramMarketingError.MessageNotChangeable, "A message cannot be changed into a sticker. Publish the sticker, and delete the message.");
        }

        var file = upload.Open(media);
        InputMedia item = media.Kind switch
        {
            PostMediaKind.Photo => new InputMediaPhoto(file) { HasSpoiler = message.Spoiler, ShowCaptionAboveMedia = message.CaptionAbove },
            PostMediaKind.Video => new InputMediaVideo(file) { HasSpoiler = message.Spoiler, ShowCaptionAboveMedia = message.CaptionAbove, SupportsStreaming = true },
            PostMediaKind.Animation => new InputMediaAnimation(file) { HasSpoiler = message.Spoiler, ShowCaptionAboveMedia = message.CaptionAbove },
            PostMediaKind.Document => new InputMediaDocument(file),
            PostMediaKind.Audio => new InputMediaAudio(file),
            _ => throw new ArgumentOutOfRangeException(nameof(media), media.Kind, "Unknown kind of media."),
        };
        if (withCaption && CaptionOf(message) is { } caption)
        {
            item.Caption = caption;
            item.ParseMode = ParseMode.Html;
        }

        return item;
    }

    private static string? CaptionOf(PlannedMessage message) => message.Text is { IsEmpty: false } text ? text.Markup : null;
}
