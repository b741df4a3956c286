using Telegram.Bot.Requests;
using Telegram.Bot.Types.Enums;

namespace TelegramMarketing.BotApi;

/// <summary>The requests that change a message which is there.</summary>
internal static class EditRequests
{
    public static EditMessageTextRequest Text(ChatTarget chat, int messageId, PlannedMessage content) => new()
    {
        ChatId = MessageContent.ChatIdOf(chat),
        MessageId = messageId,
        Text = content.Text!.Markup,
        ParseMode = ParseMode.Html,
        LinkPreviewOptions = MessageContent.Preview(content.LinkPreview),
        ReplyMarkup = MessageContent.Keyboard(content.Buttons),
    };

    public static EditMessageCaptionRequest Caption(ChatTarget chat, int messageId, PlannedMessage content) => new()
    {
        ChatId = MessageContent.ChatIdOf(chat),
        MessageId = messageId,
        Caption = content.Text!.Markup,
        ParseMode = ParseMode.Html,
        ShowCaptionAboveMedia = content.CaptionAbove,
        ReplyMarkup = MessageContent.Keyboard(content.Buttons),
    };

    public static EditMessageMediaRequest Media(ChatTarget chat, int messageId, PlannedMessage content, MediaUpload upload) => new()
    {
        ChatId = MessageContent.ChatIdOf(chat),
        MessageId = messageId,
        Media = SendRequests.InputMediaOf(content.Media[0], content, upload, withCaption: true),
        ReplyMarkup = MessageContent.Keyboard(content.Buttons),
    };

    public static DeleteMessageRequest Delete(ChatTarget chat, int messageId) => new() { ChatId = MessageContent.ChatIdOf(chat), MessageId = messageId };

    public static PinChatMessageRequest Pin(ChatTarget chat, int messageId) => new() { ChatId = MessageContent.ChatIdOf(chat), MessageId = messageId };

    public static UnpinChatMessageRequest Unpin(ChatTarget chat, int messageId) => new() { ChatId = MessageContent.ChatIdOf(chat), MessageId = messageId };
}
