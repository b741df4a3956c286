using TelegramMarketing.Testing.World;

namespace TelegramMarketing.Testing.Wire;

/// <summary>Makes the messages that bots send. Called under the world's lock.</summary>
internal static class MessageFactory
{
    /// <summary>A message without content, with the next id.</summary>
    public static TelegramMessage Create(BotApiCall call, Chat chat, int? replyTo = null)
    {
        var id = chat.TakeMessageId();
        TelegramMessage message = chat is ChannelState state
            ? new TelegramPost(state.Channel, id, call.World.Now) { Signature = state.AreMessagesSigned ? call.Bot.Username : null }
            : new TelegramMessage(chat, id, call.World.Now);
        message.Bot = call.Bot;
        message.IsSilent = call.Flag("disable_notification");
        message.IsProtected = call.Flag("protect_content");
        message.ReplyTo = replyTo;
        return message;
    }

    public static void SetText(TelegramMessage message, FormattedText text) => (message.Text, message.Entities) = (text.Text, text.Entities);

    public static void SetCaption(TelegramMessage message, FormattedText caption) =>
        (message.Caption, message.Entities) = (caption.Text.Length == 0 ? null : caption.Text, caption.Entities);

    public static void SetKeyboard(TelegramMessage message, InputKeyboard keyboard) => (message.ReplyMarkup, message.Buttons) = (keyboard.Markup, keyboard.Rows);

    /// <summary>Puts the message into its chat; other bots hear of it.</summary>
    public static void Add(TelegramMessage message)
    {
        message.Chat.Add(message);
        if (message is TelegramPost post)
        {
            UpdateFeed.Posted(post);
        }
    }

    /// <summary>The message that is answered; null for none.</summary>
    public static int? ReplyTo(BotApiCall call, Chat chat)
    {
        if (call.Object("reply_parameters") is not { } reply || reply["message_id"] is not { } id)
        {
            return null;
        }

        return chat.Find(id.GetValue<int>()) is { } message ? message.MessageId
            : reply["allow_sending_without_reply"]?.GetValue<bool>() == true ? null
            : throw BotApiException.Bad("message to be replied not found");
    }
}
