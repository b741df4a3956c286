namespace TelegramMarketing.BotApi;

/// <summary>Who a bot is.</summary>
internal sealed record BotIdentity(long Id, string? Username);
