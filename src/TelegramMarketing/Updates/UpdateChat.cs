using Telegram.Bot.Types;

namespace TelegramMarketing.Updates;

/// <summary>To which chat an update belongs: Telegram keeps the order of updates within a chat, and so do we.</summary>
internal static class UpdateChat
{
    /// <summary>The chat's id; zero for updates that belong to none.</summary>
    public static long IdOf(Update update) =>
        (update.Message ?? update.EditedMessage ?? update.ChannelPost ?? update.EditedChannelPost ?? update.CallbackQuery?.Message)?.Chat.Id
        ?? (update.ChatMember ?? update.MyChatMember)?.Chat.Id
        ?? update.ChatJoinRequest?.Chat.Id
        ?? update.MessageReactionCount?.Chat.Id
        ?? 0;
}
