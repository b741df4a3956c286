namespace TelegramMarketing.Delivery;

/// <summary>The pacer's leave to send once. Its answer must be told to <see cref="Pacer.Complete"/>.</summary>
internal readonly record struct Permit(ChatState Chat, int Cost, long Start, long BotEntry, long SecondEntry, long MinuteEntry);
