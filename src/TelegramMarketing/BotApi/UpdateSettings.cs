namespace TelegramMarketing.BotApi;

/// <summary>How Telegram hands out a bot's updates. The address of a webhook is left behind: it often holds a secret of the host's.</summary>
/// <param name="IsWebhookSet">They go to a webhook.</param>
/// <param name="Pending">How many wait.</param>
/// <param name="TellsMembers">Joins and leaves are among them; <see langword="null"/> where Telegram names no list, which is its default one, without them.</param>
internal sealed record UpdateSettings(bool IsWebhookSet, int Pending, bool? TellsMembers);
