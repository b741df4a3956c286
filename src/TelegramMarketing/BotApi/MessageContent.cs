using Telegram.Bot.Types;
using Telegram.Bot.Types.ReplyMarkups;

namespace TelegramMarketing.BotApi;

/// <summary>Puts the library's values into Telegram.Bot's types.</summary>
internal static class MessageContent
{
    public static ChatId ChatIdOf(ChatTarget target) => target.Username is { } name ? new ChatId("@" + name) : new ChatId(target.Id);

    public static InlineKeyboardMarkup? Keyboard(IReadOnlyList<IReadOnlyList<PostButton>> rows) =>
        rows.Count == 0 ? null : new InlineKeyboardMarkup(rows.Select(row => row.Select(Button)));

    public static Telegram.Bot.Types.LinkPreviewOptions? Preview(LinkPreview? preview) => preview is null ? null : new()
    {
        IsDisabled = preview.IsDisabled,
        Url = preview.Url?.OriginalString,
        PreferSmallMedia = preview.PreferSmallMedia,
        PreferLargeMedia = preview.PreferLargeMedia,
        ShowAboveText = preview.ShowAboveText,
    };

    public static ReplyParameters? Reply(int? messageId) =>
        messageId is { } id ? new ReplyParameters { MessageId = id, AllowSendingWithoutReply = true } : null;

    private static InlineKeyboardButton Button(PostButton button) => button.Action switch
    {
        PostButtonAction.OpenUrl => new InlineKeyboardButton { Text = button.Text, Url = button.Value },
        PostButtonAction.CopyText => new InlineKeyboardButton { Text = button.Text, CopyText = new CopyTextButton { Text = button.Value } },
        PostButtonAction.Callback => new InlineKeyboardButton { Text = button.Text, CallbackData = button.Value },
        _ => throw new ArgumentOutOfRangeException(nameof(button), button.Action, "Unknown button action."),
    };
}
